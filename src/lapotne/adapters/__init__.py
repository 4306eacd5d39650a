"""Files and formats to and from the domain: what comes in is checked whole, what goes out is chosen."""
