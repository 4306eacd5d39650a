"""Who gets to a page of staff: whoever signed in, by the methods it has; strangers to its subject get 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

type View = Callable[..., HttpResponse]


def page(view: View) -> View:
    """A page for who is signed in; a town of the address stands on the request."""
    return _entrance(view, "GET", "HEAD")


def form(view: View) -> View:
    """A page whose form is sent back to it."""
    return _entrance(view, "GET", "HEAD", "POST")


def act(view: View) -> View:
    """No page: something is done."""
    return _entrance(view, "POST")


def _entrance(view: View, *methods: str) -> View:
    """Other methods are refused before anybody is asked who they are."""

    @wraps(view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponse:
        address.pop("municipality", None)
        return view(request, **address)

    return require_http_methods(methods)(login_required(answer))


def need(request: HttpRequest, permission: str, subject: Any) -> None:
    if subject is None or not request.user.has_perm(permission, subject):
        raise Http404
