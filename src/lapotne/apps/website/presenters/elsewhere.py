"""What a list lacks in the reader's language, and where it is: nothing falls back silently."""

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


def elsewhere(kind: str, language: str, site: Site, view: str) -> Elsewhere:
    """How many of a kind exist only in other languages, and in which, in our order."""
    counts = listed.elsewhere(kind, language, site)
    others = [Other(code, name, counts[code], address(view, code)) for code, name in settings.LANGUAGES if counts[code]]
    return Elsewhere(listed.total_elsewhere(kind, language, site), others)


def address(view: str, language: str) -> str:
    with override(language):
        return reverse(view)
