"""Reads of content."""
