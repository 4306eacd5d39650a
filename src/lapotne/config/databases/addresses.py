"""How a database is reached: by an address somebody wrote, or on the embedded server."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from lapotne.config import environment

ENGINE = "lapotne.config.postgres"


def on_embedded_server(name: str, user: str) -> dict[str, Any]:
    """No host: the database backend starts the embedded server and fills it in."""
    return {**SHARED, "NAME": name, "USER": user, "HOST": ""}


def from_url(url: str) -> dict[str, Any]:
    """Settings from postgresql://user:password@host:port/name?sslmode=require."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise environment.WrongSettingError(
            f"A database address looks like postgresql://user:password@host:5432/name, not {parts.scheme}:..."
        )
    options = dict(parse_qsl(parts.query))
    return {
        **SHARED,
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or "localhost"),
        "PORT": str(parts.port or ""),
        "OPTIONS": {**SHARED["OPTIONS"], **options},
    }


def stepped_down(owner: dict[str, Any], role: str) -> dict[str, Any]:
    """The owner's login, working from its first statement as the role that owns nothing."""
    return {**owner, "OPTIONS": {**owner["OPTIONS"], "assume_role": role}}


SHARED: dict[str, Any] = {
    "ENGINE": ENGINE,
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    # Putting values into the text of a statement here takes longer than sending them beside it.
    "OPTIONS": {"server_side_binding": True},
}
