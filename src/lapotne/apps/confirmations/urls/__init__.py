"""Addresses: the staff's, and the one that a link opens."""
