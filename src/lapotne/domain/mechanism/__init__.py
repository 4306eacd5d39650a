"""A municipality's institutions, their services and competences: the words that coverage and protocol share."""
