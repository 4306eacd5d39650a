"""Rulebook files, already checked, in the domain's words."""
