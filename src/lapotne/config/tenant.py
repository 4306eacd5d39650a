"""Puts the municipality of the address on the request, once, before any view runs."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from lapotne.apps.municipalities import queries


class MunicipalityMiddleware:
    """An address with <municipality> in it gets `request.municipality`, or 404 when there is none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.municipality = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Callable[..., Any], _args: Any, kwargs: dict[str, Any]) -> None:
        if key := kwargs.get("municipality"):
            request.municipality = queries.by_key(key)  # type: ignore[attr-defined]
            if request.municipality is None:  # type: ignore[attr-defined]
                raise Http404
