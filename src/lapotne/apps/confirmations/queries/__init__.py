"""Reads: whom to ask, who answered, and what a link opens."""
