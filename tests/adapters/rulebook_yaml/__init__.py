"""Rulebook files: read, told what is wrong, kept."""
