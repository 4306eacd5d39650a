"""Pages by their keys and languages."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet
from wagtail.models import Locale, Page

from lapotne.apps.library.models import Address, ContentPage, HomePage


def locale(language: str) -> Locale:
    return Locale.objects.get(language_code=language)


def home(language: str) -> HomePage | None:
    return HomePage.objects.filter(locale__language_code=language, depth=2).first()


def homes() -> dict[str, HomePage]:
    """Those of all languages that have one, in one look-up."""
    # Of two in one language the one that `home` finds: it comes last here.
    found = HomePage.objects.filter(depth=2).select_related("locale").order_by("-path")
    return {home.locale.language_code: home for home in found}


def page(key: str, language: str) -> ContentPage | None:
    """The page with a key in one language, as its own kind."""
    known = ContentPage.objects.filter(key=key, locale__language_code=language, alias_of=None)
    found = known.select_related("locale").first()
    if found is None:
        return None
    own = found.specific
    own.locale = found.locale
    return own


def at_path(path: str, language: str) -> ContentPage | None:
    """The page at an address below a language."""
    home_path = f"/{language}/"
    return ContentPage.objects.filter(url_path=f"{home_path}{path}/" if path else home_path, alias_of=None).first()


def key_of_who_was_at(path: str, language: str) -> str | None:
    """The key of the page that was public at an address last."""
    known = Address.objects.filter(path=f"/{language}/{path}/")
    return known.values_list("page__key", flat=True).first()


def above(path: str, language: str) -> Page:
    """The page under which an address lies; where it has no text in this language, the nearest above that has."""
    while path := path.rpartition("/")[0]:
        if found := at_path(path, language):
            return found
    return home(language)


def languages_of(keys: Collection[str]) -> dict[str, set[str]]:
    """In which there are pages with these keys; of other keys none."""
    found: dict[str, set[str]] = defaultdict(set)
    known = ContentPage.objects.filter(key__in=keys, alias_of=None)
    for key, language in known.order_by().values_list("key", "locale__language_code"):
        found[key].add(language)
    return found


def in_all_languages(key: str) -> QuerySet[ContentPage]:
    return ContentPage.objects.filter(key=key, alias_of=None).select_related("locale")


def of_towns() -> QuerySet[ContentPage]:
    """Those of a municipality, from the top of the tree; an alias is nobody's."""
    known = ContentPage.objects.filter(alias_of=None).exclude(municipality=None)
    return known.select_related("municipality").order_by("path")
