"""Which town, then what is needed: one question a page. What was chosen tells where a person is: it isn't stored."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.website import queries
from lapotne.apps.website.presenters.choosing import near_choices, need_groups, town_choices
from lapotne.apps.website.presenters.words import proper

LONGEST_NAME = 100


@require_safe
@cache_control(no_store=True)
def towns(request: HttpRequest) -> HttpResponse:
    """All municipalities of today, because the national layer serves everybody; a search narrows them."""
    sought = request.GET.get("town", "").strip()[:LONGEST_NAME]
    known, language = queries.towns(timezone.localdate()), get_language()
    found = town_choices(known, sought, language)
    if sought and len(found) == 1:
        return redirect("website:help_in_town", municipality=found[0].key)
    near = [] if found else near_choices(known, sought, language)
    return render(request, "website/help_towns.html", {"towns": found, "near": near, "sought": sought})


@require_safe
@cache_control(no_store=True)
def needs(request: HttpRequest, municipality: str) -> HttpResponse:
    town, language = request.municipality, get_language()
    name = proper(town.names, language, town.country.code)
    if town.valid_to and town.valid_to <= timezone.localdate():
        following = town_choices(queries.successors(town), "", language)
        return render(request, "website/help_ended.html", {"name": name, "towns": following})
    groups = need_groups(reference(), language, town.country.code)
    cards = [one for one in settings.LANGUAGES if one[0] in settings.FINISHED_LANGUAGES]
    context = {
        "name": name, "town": municipality, "groups": groups,
        "own_card": [one for one in cards if one[0] == language],
        "other_cards": [one for one in cards if one[0] != language],
    }  # fmt: skip
    return render(request, "website/help_needs.html", context)
