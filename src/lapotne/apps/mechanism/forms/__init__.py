"""What staff fill in about mechanisms."""
