"""How entries, their changes and their versions are shown to whoever mends them."""
