"""Where letters go: to the server named in the settings; without one nowhere, for logs would keep keys to accounts."""

from typing import Any
from urllib.parse import unquote, urlsplit

from lapotne.config.environment import WrongSettingError

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 587, "smtps": 465}


def mailers(address: str, *, demo: bool) -> dict[str, dict[str, Any]]:
    """Django's mailers from smtp://user:password@host:587 (TLS once greeted) or smtps:// (TLS from the beginning)."""
    if not address:
        # Only a demo may print a letter to the terminal: in it stands the link that sets a new password.
        return {"default": {"BACKEND": f"{BACKENDS}.{'console' if demo else 'dummy'}.EmailBackend"}}
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise WrongSettingError("LAPOTNE_MAIL looks like smtp://user:password@mail.example.org:587.")
    options = {
        "host": parts.hostname,
        "port": parts.port or PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp",
        "use_ssl": parts.scheme == "smtps",
        "timeout": 10,
    }
    return {"default": {"BACKEND": f"{BACKENDS}.smtp.EmailBackend", "OPTIONS": options}}
