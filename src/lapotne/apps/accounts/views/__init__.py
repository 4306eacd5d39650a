"""The pages on accounts: each loads, checks the permission, makes one call and answers."""
