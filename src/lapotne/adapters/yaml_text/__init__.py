"""YAML text to plain values and back, with the line of every value: the only room that knows the YAML library."""
