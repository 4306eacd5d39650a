"""The directory: municipalities, and who is who in each; drawn from the mechanism, so that nothing is typed twice."""

from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.adapters.publication import public_mechanism
from lapotne.apps.library.queries.findable import a_town_of_each_country
from lapotne.apps.mechanism.queries import towns
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.website import queries
from lapotne.apps.website.presenters.choosing import town_choices
from lapotne.apps.website.presenters.directory import Entry, entries
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.times import Clock
from lapotne.apps.website.presenters.words import local, proper
from lapotne.apps.website.views.content import made_once
from lapotne.domain.mechanism.offers import Level
from lapotne.domain.mechanism.towns import Mechanism


@require_safe
def municipalities(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return made_once(
        request, ("directory", today, queries.mechanisms_stamp()), partial(municipalities_made, today=today)
    )


def municipalities_made(request: HttpRequest, today: date) -> HttpResponse:
    found = town_choices(queries.towns(today), "", get_language())
    own = [town for town in found if town.has_mechanism]
    national = [body for one in a_town_of_each_country(today) for body in who_is_who(one).get(Level.NATIONAL.value, ())]
    context = {"own": own, "others": [one for one in found if one not in own], "national": national}
    return render(request, "website/directory.html", context)


def who_is_who(mechanism: Mechanism) -> dict[str, list[Entry]]:
    """By group, for the reader, what everybody may know."""
    town, language = mechanism.municipality, get_language()
    reader = Reader(language, town.country, Clock(town.time_zone, language, 0), reference())
    return entries(public_mechanism(mechanism), reader)


@require_safe
def institutions(request: HttpRequest, municipality: str) -> HttpResponse:
    town, today = request.municipality, timezone.localdate()
    name = ("institutions", municipality, today, queries.mechanisms_stamp())
    return made_once(request, name, partial(institutions_made, town=town, today=today))


def institutions_made(request: HttpRequest, town: Municipality, today: date) -> HttpResponse:
    said = (town.names, get_language(), town.country.code)
    context = {
        "town": town.key,
        "name": proper(*said),
        "local": local(*said),
        "groups": who_is_who(towns.mechanism(town, today)),
    }
    return render(request, "website/institutions.html", context)
