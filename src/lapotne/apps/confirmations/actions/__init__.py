"""Writes: ask, issue a link, take an answer, decide about a proposal."""
