"""How the public pages say what was found: words, times, whom to call, what to ask."""
