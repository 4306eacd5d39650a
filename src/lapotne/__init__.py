"""Lapotne: who can help a trafficked person at this minute, and where nobody can."""
