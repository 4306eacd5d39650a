"""Everybody who may come to an address: each kind once, the town in question being Saulgrieži."""

from django.test import Client

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.municipalities import queries
from lapotne.apps.municipalities.models import Country
from tests.people import person
from tests.replay import replayed

ANONYMOUS, ROLELESS = "anonymous", "roleless"
HOME = {"alice", "bob", "vera", "nora"}
"""The town's coordinator, an institution's editor and a viewer there, the country's coordinator."""

AWAY = {"charlie", "victor", "dana", "lina"}
"""A coordinator and a viewer of another town, the editor of the same institution in a third, another country's."""

TEXTS = {"wanda", "remi"}
"""Who writes and who reviews the town's texts; of its mechanism they read no more than those of other towns."""

STAFF = HOME | AWAY | TEXTS
SIGNED_IN = STAFF | {ROLELESS}
EVERYBODY = SIGNED_IN | {ANONYMOUS}


def clients() -> dict[str, Client]:
    """A client for each of EVERYBODY, by name; the towns must be there."""
    found = {name: Client() for name in EVERYBODY}
    people = replayed("visitors", _people)
    for user in User.objects.filter(pk__in=people):
        found[user.username].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return found


def _people() -> list[int]:
    """The accounts of SIGNED_IN."""
    home, other, third = (queries.by_key(key) for key in ("lv-demo", "lv-valmiera", "lv-demo-neighbour"))
    lithuania = Country.objects.get_or_create(code="lt", defaults={"names": {"en": "Lithuania"}})[0]
    editor = {"kind": RoleKind.INSTITUTION_EDITOR, "institution": "social-service"}
    roles = {
        "alice": {"kind": RoleKind.COORDINATOR, "municipality": home},
        "bob": {**editor, "municipality": home},
        "vera": {"kind": RoleKind.VIEWER, "municipality": home},
        "nora": {"kind": RoleKind.NATIONAL_COORDINATOR, "country": home.country},
        "wanda": {"kind": RoleKind.CONTENT_EDITOR, "municipality": home},
        "remi": {"kind": RoleKind.CONTENT_REVIEWER, "municipality": home},
        "charlie": {"kind": RoleKind.COORDINATOR, "municipality": other},
        "victor": {"kind": RoleKind.VIEWER, "municipality": other},
        "dana": {**editor, "municipality": third},
        "lina": {"kind": RoleKind.NATIONAL_COORDINATOR, "country": lithuania},
        ROLELESS: {},
    }
    return [person(name, **role).pk for name, role in roles.items()]
