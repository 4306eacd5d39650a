"""Pages that are made for one reader are packed too: the law of ten countries side by side is 240 KB as it stands."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from lapotne.adapters.packing import pack, taken

QUALITY = {"br": 4, "gzip": 4}
"""A page of 30 KB takes half a millisecond; the shelf, which packs once for everybody, packs tighter."""

PACKED = ("text/", "image/svg+xml", "application/json", "application/xml", "application/yaml")
LEAST = 1_000


class PackingMiddleware:
    """Packs what isn't packed yet, unless the answer is somebody's who signed in.

    Only there stand secrets, such as a form's token, whose letters the length of a packed page could give away.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_for_packing(request, response):
            patch_vary_headers(response, ["Accept-Encoding"])
            if packing := taken(request.headers.get("Accept-Encoding", "")):
                response.content = pack(packing, response.content, QUALITY[packing])
                response.headers["Content-Encoding"] = packing
                response.headers["Content-Length"] = str(len(response.content))
        return response


def is_for_packing(request: HttpRequest, response: HttpResponse) -> bool:
    session = getattr(request, "session", None)
    return (
        not response.streaming
        and session is not None
        and not session.accessed
        and "Content-Encoding" not in response.headers
        and "ETag" not in response.headers
        and response.headers.get("Content-Type", "").startswith(PACKED)
        and len(response.content) >= LEAST
    )
