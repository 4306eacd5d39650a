"""Asking each institution by one link whether its entries are still right, and what it answers."""
