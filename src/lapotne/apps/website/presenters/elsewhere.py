"""What a list lacks in the reader's language, and where it is: nothing falls back silently."""

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from lapotne.apps.library.queries import listed
from lapotne.apps.library.queries.site import Site


@dataclass(frozen=True)
class Other:
    """A language that has some of what is lacking, by its own name, with the address of its list."""

    code: str
    name: str
    count: int
    address: str


@dataclass(frozen=True)
class Elsewhere:
    total: int
    others: list[Other]


def elsewhere(
    kind: str, language: str, site: Site, view: str, keys: Container[str] | None = None, **arguments: object
) -> Elsewhere:
    """How many of a kind exist only in other languages, and in which, in our order.

    `keys` are the pages that the list could have, where it isn't all of the kind; `arguments` are of its address.
    """
    lacking = listed.elsewhere(kind, language, site, keys)
    counts = Counter(code for codes in lacking for code in codes)
    others = [
        Other(code, name, counts[code], address(view, code, arguments))
        for code, name in settings.LANGUAGES
        if counts[code]
    ]
    return Elsewhere(len(lacking), others)


def address(view: str, language: str, arguments: Mapping[str, object]) -> str:
    with override(language):
        return reverse(view, kwargs=dict(arguments))
