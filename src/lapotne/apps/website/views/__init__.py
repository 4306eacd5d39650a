"""The public pages; they need no account, read no session and leave no cookie."""
