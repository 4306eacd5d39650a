"""Writes of mechanisms: load, save, adopt, confirm; each publishes what it changes and leaves its act."""
