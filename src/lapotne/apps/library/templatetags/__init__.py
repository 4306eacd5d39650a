"""What templates ask of content."""
