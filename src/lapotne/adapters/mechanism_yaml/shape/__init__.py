"""The shape of a mechanism document: every key, what it means and what it may hold."""
