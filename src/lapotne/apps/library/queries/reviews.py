"""Who found a text right, in each language."""

from lapotne.apps.library.models import ContentPage, Review
from lapotne.apps.library.queries import wordings


def reviews_of(key: str) -> dict[str, Review]:
    """By language the latest review of the very words that the public reads there now."""
    found = {}
    for wording in wordings.shown(key=key).select_related("page__locale"):
        page: ContentPage = wording.page
        if given := wordings.review_of(wording):
            found[page.locale.language_code] = given
    return found
