"""What is told where a country's rulebook has errors: plainly that it can't be read now; the others go on."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from lapotne.apps.rulebooks.presenters.reader import country_name
from lapotne.apps.rulebooks.queries.law import UnreadableError

UNAVAILABLE = 503

type View = Callable[..., HttpResponse]


def told_plainly(view: View) -> View:
    """The view, with a page of its own where the law it needs can't be read."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except UnreadableError as error:
            name = country_name(error.country, get_language()) if error.country else ""
            context = {"name": name, "is_one": bool(error.country)}
            response = render(request, "rulebooks/unreadable.html", context, status=UNAVAILABLE)
            response["Cache-Control"] = "no-store"
            return response

    return shown
