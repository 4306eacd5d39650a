"""How mechanisms and their coverage are put into words and shapes for a page."""
