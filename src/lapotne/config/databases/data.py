"""The database of mechanisms, texts and accounts: an owner who changes tables, and a role that only works with rows."""

from typing import Any

from lapotne.config import environment
from lapotne.config.databases.addresses import from_url, on_embedded_server, stepped_down
from lapotne.config.databases.rights import Rights, rights_of

NAME = "lapotne"
OWNER_ROLE, APP_ROLE = "lapotne_owner", "lapotne_app"
OWNER = "owner"
"""The alias that migrations go through; requests and tests go through `default`."""

ATTEMPTS_TABLE = "attempts"


def aliases() -> dict[str, dict[str, Any]]:
    owner_url = environment.text("LAPOTNE_DATABASE_URL")
    app_url = environment.text("LAPOTNE_APP_DATABASE_URL")
    owner = from_url(owner_url or app_url) if owner_url or app_url else on_embedded_server(NAME, OWNER_ROLE)
    if app_url:
        app = from_url(app_url)
    elif owner_url:
        app = stepped_down(owner, APP_ROLE)
    else:
        app = on_embedded_server(NAME, APP_ROLE)
    return {"default": app, OWNER: owner}


def rights() -> Rights:
    """What the app's role may do with each table; nothing with one that isn't listed."""
    return rights_of("data")
