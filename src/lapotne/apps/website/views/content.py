"""Pages of content: made once, then answered from memory; one tiny look-up a second asks whether anything changed."""

from collections.abc import Callable, Hashable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.adapters.page_head import only
from lapotne.adapters.shelf import Shelf, for_everybody, whole_address
from lapotne.apps.library.presenters.outdated import outdated
from lapotne.apps.library.presenters.shown import alternates, languages, shown
from lapotne.apps.library.queries import pages as page_queries
from lapotne.apps.library.queries import wordings
from lapotne.apps.library.queries.site import Entry, Site, site
from lapotne.apps.website.presenters.described import described

shelf = Shelf()
NOT_FOUND = 404


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """A page in the reader's language, or where it is now, or word that it exists only in others."""
    language, pages = get_language(), site()
    entry = pages.by_path.get((language, path))
    if entry is None and (now := moved_to(path, language, pages)) is not None:
        # Not for good: another process may still know the page where it was, and a browser would go round for ever.
        return redirect("website:page", now.path)
    elsewhere = entry or next((found for (_, at), found in pages.by_path.items() if at == path), None)
    if elsewhere is None:
        raise Http404
    make = partial(made if entry else only_elsewhere, for_everybody(request), elsewhere, pages)
    return shelf.answer(request, pages.stamp, (whole_address(request), language, "page", path), make)


def moved_to(path: str, language: str, pages: Site) -> Entry | None:
    """The page that was at an address of this language before."""
    key = page_queries.key_of_who_was_at(path, language)
    return pages.by_key.get(key, {}).get(language) if key else None


def made_once(request: HttpRequest, name: Hashable, make: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """The answer kept under a name for this host and language, or made now; `name` says all else it depends on."""
    named = (whole_address(request), get_language(), name)
    return shelf.answer(request, site().stamp, named, lambda: make(for_everybody(request)))


def made(request: HttpRequest, entry: Entry, pages: Site) -> HttpResponse:
    return render(request, "website/content.html", words(request, entry, pages))


def words(request: HttpRequest, entry: Entry, pages: Site) -> dict[str, object]:
    """What a page says, for its template, and tells programs of itself; a few small look-ups."""
    wording = wordings.by_number(entry.number)
    page = shown(wording, entry, pages, wording.page, wordings.review_of(wording))
    head = described(page, pages.by_key[entry.key], whole_address(request))
    return {"shown": page, "outdated": outdated(wording, entry, pages), "head": head}


def only_elsewhere(request: HttpRequest, entry: Entry, pages: Site) -> HttpResponse:
    known = dict(pages.by_key[entry.key])
    context = {"others": languages(known), "head": only(alternates(known))}
    return render(request, "website/content_elsewhere.html", context, status=NOT_FOUND)
