"""The board of translations, for all staff."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lapotne.apps.library.permissions import READ_BOARD
from lapotne.apps.library.presenters.board import NAMES, SORTS, Wish, counted, headline, is_to_do, lines
from lapotne.apps.library.queries import states, translating

EDIT = "wagtailadmin.access_admin"


@require_safe
@login_required
def board(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(READ_BOARD):
        raise Http404
    names = dict(settings.LANGUAGES)
    wish = wished(request, names)
    rows = states.board(list(names))
    shown = lines(rows, wish, request.LANGUAGE_CODE, edited=translating.numbers_edited(request.user))
    context = {
        "lines": shown,
        "headline": headline(shown, wish),
        "of_language": names.get(wish.language, ""),
        "critical": sum(line.row.safety_critical for line in counted(shown, wish)) if is_to_do(wish) else 0,
        "languages": [(code, name) for code, name in names.items() if wish.language in ("", code)],
        "all_languages": settings.LANGUAGES,
        "states": [(state.value, name) for state, name in NAMES.items()],
        "sorts": SORTS.items(),
        "wish": wish,
        "may_edit": request.user.has_perm(EDIT),
    }
    return render(request, "library/board.html", context)


def wished(request: HttpRequest, names: dict[str, str]) -> Wish:
    """Only what there is; anything else in the address counts as not said."""
    said = request.GET
    language, state, sort = (said.get(name, "") for name in ("language", "state", "sort"))
    return Wish(
        language if language in names else "",
        state if state in list(NAMES) else "",
        bool(said.get("critical")),
        sort if sort in SORTS else "urgent",
    )
