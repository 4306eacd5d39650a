"""Writes of content: load, publish, review; each renews the stamp and leaves its act."""
