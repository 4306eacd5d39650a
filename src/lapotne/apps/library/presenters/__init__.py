"""Pages of content as templates show them."""
