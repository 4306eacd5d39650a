"""Which municipalities took up which practice."""

from collections import defaultdict
from collections.abc import Iterable

from lapotne.apps.library.models import Adopter
from lapotne.apps.municipalities.models import Municipality


def adopters(pages: Iterable[int]) -> dict[int, list[Municipality]]:
    """Of each page by its number, in one look-up; a page that nobody adopted has none."""
    found: dict[int, list[Municipality]] = defaultdict(list)
    for one in Adopter.objects.filter(page__in=pages).select_related("municipality__country"):
        found[one.page_id].append(one.municipality)
    return found
