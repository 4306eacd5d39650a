"""A municipality's institutions, services and protocol."""
