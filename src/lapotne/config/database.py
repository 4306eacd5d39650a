"""Two ways into one database: an owner who changes tables, and a role that only works with rows."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from lapotne.config import environment

APP_ROLE = "lapotne_app"
ATTEMPTS_TABLE = "attempts"
ENGINE = "lapotne.config.postgres"


def databases() -> dict[str, dict[str, Any]]:
    """The aliases `default` (requests, tests) and `owner` (migrations)."""
    owner_url = environment.text("LAPOTNE_DATABASE_URL")
    app_url = environment.text("LAPOTNE_APP_DATABASE_URL")
    owner = from_url(owner_url or app_url) if owner_url or app_url else on_embedded_server("lapotne_owner")
    if app_url:
        app = from_url(app_url)
    elif owner_url:
        app = stepped_down(owner)
    else:
        app = on_embedded_server(APP_ROLE)
    return {"default": app, "owner": owner}


def on_embedded_server(user: str) -> dict[str, Any]:
    """No host: the database backend starts the embedded server and fills it in."""
    return {**SHARED, "NAME": "lapotne", "USER": user, "HOST": ""}


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


def stepped_down(owner: dict[str, Any]) -> dict[str, Any]:
    """The owner's login, working from its first statement as the role that owns nothing."""
    return {**owner, "OPTIONS": {**owner["OPTIONS"], "assume_role": APP_ROLE}}


SHARED: dict[str, Any] = {
    "ENGINE": ENGINE,
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    # Putting values into the text of a statement here takes longer than sending them beside it.
    "OPTIONS": {"server_side_binding": True},
}
