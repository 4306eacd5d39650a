"""Every database the product works with, a file each: how it is reached, by which roles, and what those may do."""

from typing import Any

from lapotne.config.databases import data


def databases() -> dict[str, dict[str, Any]]:
    """Settings by alias."""
    return data.aliases()
