"""The pages on which a town's mechanism is mended: read, edit, try, confirm, save, adopt."""
