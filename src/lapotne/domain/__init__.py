"""What the product decides: plain Python on arguments, without a framework, a file, a clock or a network."""
