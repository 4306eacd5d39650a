"""The Django slices of the product; pyproject.toml holds their order."""
