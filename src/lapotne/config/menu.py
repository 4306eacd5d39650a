"""Menus made of what each app brings: `public_menu` and `staff_menu` of its AppConfig.

Whoever has no role yet gets of the staff's menu what needs none: `FOR_ALL`.

An entry is (order, url name, label), and may go on with "town" or "country", for which it is, and with a permission
there. For a town: that of the page, else the only one of whoever reads; without one it is left out.
For a country: that which whoever reads may answer for, and only where no town is meant.
"""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lapotne.apps.accounts.permissions import roles_of
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.apps.municipalities.presenters import alphabetical, name

type Brought = (
    tuple[int, str, str | Promise] | tuple[int, str, str | Promise, str] | tuple[int, str, str | Promise, str, str]
)
type Place = Municipality | Country | None
KIND, PERMISSION = 3, 4
FOR_ALL = ("console:start", "rulebooks:law")
SEVERAL = 2
ARGUMENT = {"town": ("municipality", "key"), "country": ("country", "code")}
LINK = '<a href="{}"{}>{}</a>'
CURRENT = ' aria-current="page"'
CHOOSER = '<details class="bar__towns"><summary>{}</summary><ul>{}</ul></details>'


@dataclass(frozen=True)
class Standing:
    """Where whoever reads stands: the town meant, the country where none is, and the towns they have."""

    town: Municipality | None
    country: Country | None = None
    towns: tuple[Municipality, ...] = ()
    has_role: bool = True

    def place(self, entry: Brought) -> Place:
        return self.town if entry[KIND] == "town" else self.country


def links(menu: str, request: HttpRequest) -> SafeString:
    """The entries of a menu as links; written here, because every page has several. Reads no user."""
    return _written(menu, request, Standing(getattr(request, "municipality", None)))


def staff_links(request: HttpRequest) -> SafeString:
    """The staff's menu; with several towns a chooser comes first."""
    standing = standing_of(request)
    return SafeString(f"{_chooser(standing, request.path)}{_written('staff_menu', request, standing)}")


def standing_of(request: HttpRequest) -> Standing:
    roles = roles_of(request.user)
    towns = tuple({role.municipality.pk: role.municipality for role in roles if role.municipality}.values())
    town = getattr(request, "municipality", None) or (towns[0] if len(towns) == 1 else None)
    countries = [role.country for role in roles if role.country]
    return Standing(town, countries[0] if countries and town is None else None, towns, bool(roles))


def _written(menu: str, request: HttpRequest, standing: Standing) -> SafeString:
    return SafeString(
        "\n".join(_link(entry, request, standing) for entry in brought(menu) if _shows(entry, request, standing))
    )


def _shows(entry: Brought, request: HttpRequest, standing: Standing) -> bool:
    if not standing.has_role:
        return entry[1] in FOR_ALL
    if len(entry) <= KIND:
        return True
    place = standing.place(entry)
    return place is not None and (len(entry) <= PERMISSION or request.user.has_perm(entry[PERMISSION], place))


def _link(entry: Brought, request: HttpRequest, standing: Standing) -> str:
    kind = entry[KIND] if len(entry) > KIND else ""
    key = getattr(standing.place(entry), ARGUMENT[kind][1]) if kind else ""
    address = address_of(entry[1], kind, key, get_language())
    return LINK.format(escape(address), CURRENT if request.path == address else "", escape(str(entry[2])))


def _chooser(standing: Standing, path: str) -> str:
    """The towns of whoever has several, each by its canopy."""
    if len(standing.towns) < SEVERAL:
        return ""
    language = get_language() or "en"
    in_order = alphabetical(language)
    towns = sorted(standing.towns, key=lambda town: in_order(name(town, language)))
    return CHOOSER.format(escape(_("Your towns")), "".join(_choice(town, language, path) for town in towns))


def _choice(town: Municipality, language: str, path: str) -> str:
    address = address_of("mechanism:canopy", "town", town.key, language)
    is_current = CURRENT if path == address else ""
    return f"<li>{LINK.format(escape(address), is_current, conditional_escape(name(town, language)))}</li>"


@lru_cache(maxsize=16)
def brought(menu: str) -> list[Brought]:
    """What all apps bring, in order."""
    found = [entry for app in apps.get_app_configs() for entry in getattr(app, menu, ())]
    return sorted(found, key=lambda entry: entry[0])


@lru_cache(maxsize=1024)
def address_of(name_of_page: str, kind: str, key: str, _language: str) -> str:
    """The address of an entry, which begins with the language."""
    return reverse(name_of_page, kwargs={ARGUMENT[kind][0]: key} if kind else {})
