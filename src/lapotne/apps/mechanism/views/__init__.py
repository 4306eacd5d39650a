"""The pages on mechanisms: each loads, checks the permission, makes one call and answers."""
