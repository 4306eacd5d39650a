"""Everybody who may come to an address: each kind once, the town in question being Saulgrieži."""

from django.conf import settings
from django.test import Client

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.municipalities import queries
from lapotne.apps.municipalities.models import Country
from tests.people import person
from tests.replay import replayed

ANONYMOUS, ROLELESS = "anonymous", "roleless"
HOME = {"alice", "bob", "vera", "nora"}
"""The town's coordinator, an institution's editor and a viewer there, the country's coordinator."""

AWAY = {"charlie", "victor", "dana", "lina"}
"""A coordinator and a viewer of another town, the editor of the same institution in a third, another country's."""

STAFF = HOME | AWAY
SIGNED_IN = STAFF | {ROLELESS}
EVERYBODY = SIGNED_IN | {ANONYMOUS}


def clients() -> dict[str, Client]:
    """A client for each of EVERYBODY, by name; the towns must be there."""
    found = {name: Client() for name in EVERYBODY}
    for name, session in replayed("visitors", _sessions).items():
        found[name].cookies[settings.SESSION_COOKIE_NAME] = session
    return found


def _sessions() -> dict[str, str]:
    """The sessions in which SIGNED_IN are signed in."""
    home, other, third = (queries.by_key(key) for key in ("lv-demo", "lv-valmiera", "lv-demo-neighbour"))
    lithuania = Country.objects.get_or_create(code="lt", defaults={"names": {"en": "Lithuania"}})[0]
    editor = {"kind": RoleKind.INSTITUTION_EDITOR, "institution": "social-service"}
    roles = {
        "alice": {"kind": RoleKind.COORDINATOR, "municipality": home},
        "bob": {**editor, "municipality": home},
        "vera": {"kind": RoleKind.VIEWER, "municipality": home},
        "nora": {"kind": RoleKind.NATIONAL_COORDINATOR, "country": home.country},
        "charlie": {"kind": RoleKind.COORDINATOR, "municipality": other},
        "victor": {"kind": RoleKind.VIEWER, "municipality": other},
        "dana": {**editor, "municipality": third},
        "lina": {"kind": RoleKind.NATIONAL_COORDINATOR, "country": lithuania},
        ROLELESS: {},
    }
    return {name: _session(name, **role) for name, role in roles.items()}


def _session(name: str, **role: object) -> str:
    client = Client()
    client.force_login(person(name, **role), backend="django.contrib.auth.backends.ModelBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value
