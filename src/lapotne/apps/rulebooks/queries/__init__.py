"""Reads of the rulebooks: files, read once for as long as they stay the same."""
