"""What a site collects: publications, practices, campaigns, galleries, each as one list."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.apps.library.queries.listed import has_any, listed
from lapotne.apps.library.queries.site import site
from lapotne.apps.website.presenters.collection import pieces
from lapotne.apps.website.presenters.elsewhere import elsewhere
from lapotne.apps.website.presenters.list_headline import of_collection
from lapotne.apps.website.views.content import made_once


@require_safe
def collection(request: HttpRequest, kind: str, view: str) -> HttpResponse:
    return made_once(request, ("collection", kind), partial(made, kind=kind, view=view))


def made(request: HttpRequest, kind: str, view: str) -> HttpResponse:
    language, pages = get_language(), site()
    found = pieces(listed(kind, language, pages))
    context = {
        "kind": kind,
        "headline": of_collection(kind, len(found)),
        "pieces": found,
        "has_pictures": kind != "gallery" and has_any("gallery", pages),
        "elsewhere": elsewhere(kind, language, pages, view),
    }
    return render(request, "website/collection.html", context)
