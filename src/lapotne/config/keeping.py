"""What of our answers may be kept, and by whom: what was made for one reader, or of what one said, by nobody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


class KeepingMiddleware:
    """No browser or proxy stores an answer to somebody signed in, or to facts sent; no other site embeds any."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        # A static file is answered before there is a session.
        session = getattr(request, "session", None)
        if request.method not in SAFE or (session is not None and session.accessed):
            patch_cache_control(response, no_store=True)
        return response
