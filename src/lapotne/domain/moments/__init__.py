"""Calendar, spans of time and opening hours: when something is open, in UTC minutes."""
