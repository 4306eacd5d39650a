"""What templates draw by themselves."""
