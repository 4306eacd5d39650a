"""Reads settings from environment variables; docs/guides/settings.md names every one of them."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

ON = {"on", "1", "true", "yes"}
OFF = {"off", "0", "false", "no"}


class WrongSettingError(ValueError):
    """A variable holds a value we can't use."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value not in ON | OFF:
        raise WrongSettingError(f"{name}={value!r}: write 'on' or 'off'.")
    return value in ON


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise WrongSettingError(f"{name}={value!r}: write a whole number.")
    return int(value)


def elsewhere(name: str, default: str) -> str:
    """The address of another site; browsers are sent there, so it is an https one with nothing odd in it."""
    written = text(name, default)
    parts = urlsplit(written)
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        raise WrongSettingError(f"{name}={written!r}: write an address that begins with https://.")
    return written


def listed(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def secret(name: str, file: Path) -> str:
    """The variable's value, or one made for this machine and kept in a file only its owner reads."""
    if given := text(name):
        return given
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()
