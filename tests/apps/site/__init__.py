"""The public site around the content: lists, feeds, calendars, directory, search."""
