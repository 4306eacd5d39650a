"""The public pages of the law; they need no account, read no session and leave no cookie."""
