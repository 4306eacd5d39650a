"""The tenant and its country."""
