"""Where help is at every minute of a period, where it isn't, and what would mend it (docs/coverage.md)."""
