"""Django finds template filters by this folder."""
