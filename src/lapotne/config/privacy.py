"""Reads the classification of every field: open, personal or sealed, with its retention."""

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("privacy.toml")
CLASSES = {"open", "personal", "sealed"}


def classification() -> dict[str, dict[str, str]]:
    """Field classes by table (`app.Model`); the key `retention` says how long the table's rows are kept."""
    apps = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {f"{app}.{model}": fields for app, models in apps.items() for model, fields in models.items()}
