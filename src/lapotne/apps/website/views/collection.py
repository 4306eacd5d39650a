"""What a site collects: publications, practices, campaigns, galleries, each as one list; practices by town too."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.apps.library.queries.adopters import adopters
from lapotne.apps.library.queries.listed import has_any, listed
from lapotne.apps.library.queries.site import site
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.website.presenters.collection import adopted_by, pieces, towns_of
from lapotne.apps.website.presenters.elsewhere import elsewhere
from lapotne.apps.website.presenters.list_headline import of_collection
from lapotne.apps.website.views.content import made_once

PRACTICES = "website:practices"


@require_safe
def collection(request: HttpRequest, kind: str, view: str) -> HttpResponse:
    return made_once(request, ("collection", kind), partial(made, kind=kind, view=view))


@require_safe
def adopted_in(request: HttpRequest, municipality: str) -> HttpResponse:
    """The practices that one municipality took up."""
    kept = partial(made, kind="practice", view=PRACTICES, town=request.municipality)
    return made_once(request, ("collection", "practice", municipality), kept)


def made(request: HttpRequest, kind: str, view: str, town: Municipality | None = None) -> HttpResponse:
    language, pages = get_language(), site()
    found = listed(kind, language, pages)
    towns = adopters([one.page.pk for one in found]) if kind == "practice" else {}
    if town:
        found = [one for one in found if town in towns.get(one.page.pk, ())]
    context = {
        "kind": kind,
        "headline": adopted_by([town], language) if town else of_collection(kind, len(found)),
        "pieces": pieces(found, towns),
        "towns": towns_of(towns, language),
        "town": town,
        "has_pictures": kind != "gallery" and has_any("gallery", pages),
        "elsewhere": elsewhere(kind, language, pages, view),
    }
    return render(request, "website/collection.html", context)
