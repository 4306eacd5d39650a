"""The coordinator's board, and the page that a link opens."""
