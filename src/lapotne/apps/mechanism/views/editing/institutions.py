"""The institutions of a town and what they offer, for all staff to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from lapotne.adapters.mechanism_yaml.shape.entries import COMPETENCES
from lapotne.apps.mechanism.presenters.editing import institutions as shown
from lapotne.apps.mechanism.presenters.editing.versions import naming
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.queries.new_towns import may_make
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.municipalities.presenters import name

TO_CONFIRM = "to-confirm"


@gates.page
def institutions(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    everybody = listed(request, desk)
    chosen = everybody
    if request.GET.get("show") == TO_CONFIRM:
        chosen = [found for found in everybody if found.to_confirm]
    groups = [
        (title, [found for found in chosen if found.level == level and not found.is_neighbour])
        for level, title in shown.LEVELS
    ]
    return render(
        request,
        "mechanism/institutions.html",
        common(request, desk)
        | {
            "groups": groups,
            "neighbours": [found for found in chosen if found.is_neighbour],
            "count": len(everybody),
            "to_confirm": sum(found.to_confirm for found in everybody),
            "only_to_confirm": chosen is not everybody,
            "absences": absences(request, desk),
            "file_address": file_address(desk),
            "may_be_made": desk.saved is None and may_make(request.user, desk.municipality),
        },
    )


@gates.page
def institution(request: HttpRequest, institution: str) -> HttpResponse:
    desk = gates.read(request)
    found = next((known for known in listed(request, desk) if known.key == institution), None)
    if found is None:
        raise Http404
    there = {offer.key for offer in found.offers}
    missing = [(key, shown.competence_name(key)) for key in COMPETENCES if key not in there]
    words = common(request, desk) | {"institution": found, "missing_competences": missing}
    return render(request, "mechanism/institution.html", words)


def absences(request: HttpRequest, desk: Desk) -> list[shown.ShownAbsence]:
    """What was taken out here, for the coordinator to bring back."""
    if not gates.may_edit(request, ""):
        return []
    return shown.absences(desk.holding.absences, desk.municipality.key, desk.upper.raw)


def file_address(desk: Desk) -> str:
    """Where the document can be downloaded; empty where it has none, or this installation no such page."""
    try:
        return reverse("mechanism:file_yaml", args=(desk.municipality.key,)) if desk.saved else ""
    except NoReverseMatch:
        return ""


def common(request: HttpRequest, desk: Desk) -> dict[str, object]:
    """What every page on a town's mechanism shows: its name, its version, what the reader may do."""
    at_home = gates.is_at_home(request)
    return {
        "municipality": desk.municipality,
        "town_name": name(desk.municipality, request.LANGUAGE_CODE),
        "version_words": naming(desk, at_home=at_home),
        "at_home": at_home,
        "is_coordinator": gates.may_edit(request, ""),
    }


def listed(request: HttpRequest, desk: Desk) -> list[shown.ShownInstitution]:
    """At home with what was saved last, elsewhere with what acts."""
    at_home = gates.is_at_home(request)
    library = desk.drafted if at_home and desk.saved else desk.acting
    mechanism = library.mechanism(desk.municipality.key)
    acting = {offer.key for offer in desk.mechanism().offers} if desk.is_pending else None
    waits = frozenset(offer.key for offer in mechanism.offers if acting is not None and offer.key not in acting)
    seen = shown.Seen(desk.today, at_home, lambda key: gates.may_edit(request, key), waits)
    return shown.listed(library, mechanism, seen)
