"""The questions by which entries of a mechanism are edited, part by part; each part gives back plain values."""
