"""Pages made once and kept in memory, ready packed, until what they are made from changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from copy import copy
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from lapotne.adapters.packing import PACKINGS, pack, taken, unpacked

MOST_PAGES = 1000
"""A country's law, the largest of them, takes 18 to 28 KB in its two packings."""

QUALITY = {"br": 5, "gzip": 6}
"""A millisecond for a page, once."""

KEPT_HEADERS = ("Content-Type", "Content-Disposition")


class Kept(NamedTuple):
    """An answer as it is sent."""

    status: int
    tag: str
    headers: dict[str, str]
    packed: dict[str, bytes]


class Shelf:
    """A bounded store of answers; what was asked for longest ago goes first."""

    def __init__(self, most: int = MOST_PAGES) -> None:
        self.most = most
        self.lock = Lock()
        self.kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self.stamp: Hashable = None

    def answer(
        self, request: HttpRequest, stamp: Hashable, name: Hashable, make: Callable[[], HttpResponse]
    ) -> HttpResponse:
        """The page kept under a name, or made now; `name` says all that the page depends on but the stamp."""
        with self.lock:
            if stamp != self.stamp:
                self.kept.clear()
                self.stamp = stamp
            if found := self.kept.get(name):
                self.kept.move_to_end(name)
        return sent(request, found or self._put(stamp, name, packed(make())))

    def _put(self, stamp: Hashable, name: Hashable, page: Kept) -> Kept:
        with self.lock:
            # Made while something changed, it may be out of date already.
            if stamp == self.stamp:
                self.kept[name] = page
                while len(self.kept) > self.most:
                    self.kept.popitem(last=False)
        return page


def packed(made: HttpResponse) -> Kept:
    body = made.content
    packings = {name: pack(name, body, QUALITY[name]) for name in PACKINGS}
    headers = {name: made.headers[name] for name in KEPT_HEADERS if name in made.headers}
    return Kept(made.status_code, sha256(body).hexdigest()[:24], headers, packings)


def sent(request: HttpRequest, page: Kept) -> HttpResponse:
    """The answer in the packing that the browser takes, or that it has it already."""
    packing = taken(request.headers.get("Accept-Encoding", ""))
    tag = f'"{page.tag}{packing}"'
    if page.status == HttpResponse.status_code and tag in request.headers.get("If-None-Match", ""):
        answer: HttpResponse = HttpResponseNotModified()
    else:
        # Hardly anybody takes no packing, so none is kept for them.
        body = page.packed[packing] if packing else unpacked(page.packed["gzip"])
        answer = HttpResponse(body, status=page.status, headers=page.headers)
        if packing:
            answer.headers["Content-Encoding"] = packing
    answer.headers["ETag"] = tag
    # Browsers ask again each time, so that a mended word reaches every reader at once.
    answer.headers["Cache-Control"] = "no-cache"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


def whole_address(request: HttpRequest) -> str:
    """How addresses begin here; pages tell programs their own in full."""
    return f"{request.scheme}://{request.get_host()}"


def for_everybody(request: HttpRequest, asked: str = "") -> HttpRequest:
    """The same request with nothing after the question mark but what every reader of the page asks."""
    plain = copy(request)
    plain.META = {**request.META, "QUERY_STRING": asked}
    return plain
