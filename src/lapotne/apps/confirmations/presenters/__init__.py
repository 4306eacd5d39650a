"""What the board and the answering page show, and the letter."""
