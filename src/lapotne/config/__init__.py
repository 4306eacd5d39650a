"""How the product is put together: settings, addresses, database, security."""
