"""What is sent back, and the letters that go out."""
