"""The public site, in twelve languages."""
