"""Reads of mechanisms: the words of the reference, the documents in force, what counts in a town."""
