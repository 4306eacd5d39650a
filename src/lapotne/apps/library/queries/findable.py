"""What a search may find: the public words of pages, institutions and needs, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef

from lapotne.adapters.catalogues import said_in
from lapotne.adapters.content.inline import plain_of
from lapotne.adapters.publication import public_mechanism
from lapotne.apps.library.models import FindableKind, Wording
from lapotne.apps.library.queries import wordings
from lapotne.apps.library.queries.texts import words_of_pictures
from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries import towns
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.offers import Institution, Level, Offer
from lapotne.domain.mechanism.towns import Mechanism

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
SEPARATOR = "\n"


@dataclass(frozen=True)
class Source:
    """What is to be found: `title_language` where a name isn't in the language itself."""

    kind: str
    key: str
    language: str
    title: str
    text: str
    title_language: str = ""
    municipality: Municipality | None = None


def everything(today: date) -> Iterator[Source]:
    yield from pages()
    yield from needs()
    yield from institutions(_towns_of_their_own(today))
    yield from national_institutions(today)


def pages(**chosen: object) -> Iterator[Source]:
    """The newest words of each live page; `chosen` are conditions on pages."""
    for wording in wordings.shown(**chosen).select_related("page__locale"):
        yield page(wording)


def page(wording: Wording) -> Source:
    said, known = wording.content, wording.page
    streams = (*said.get("sections", {}).values(), said["blocks"])
    parts = (text for blocks in streams for _, texts in blocks for text in texts)
    texts = [said["summary"], *said["more"].values(), *parts]
    text = SEPARATOR.join([*(plain_of(text) for text in texts if text), *words_of_pictures(said)])
    return Source(FindableKind.PAGE, known.key, known.locale.language_code, said["title"], text)


def needs() -> Iterator[Source]:
    for need in reference().needs.values():
        for language in LANGUAGES:
            if title := need.names.get(language):
                yield Source(FindableKind.NEED, need.key, language, title, need.what.get(language, ""))


def institutions(found: Iterable[tuple[Municipality, Mechanism]]) -> Iterator[Source]:
    """The local ones of each town."""
    for town, mechanism in found:
        for source in _of(mechanism, town.country.code, {Level.LOCAL, Level.REGIONAL}):
            yield replace(source, key=f"{town.key}/{source.key}", municipality=town)


def national_institutions(today: date) -> Iterator[Source]:
    """Those of each country, once."""
    for mechanism in a_town_of_each_country(today):
        country = mechanism.municipality.country
        for source in _of(mechanism, country, {Level.NATIONAL}):
            yield replace(source, key=f"{country}/{source.key}")


def of_town(town: Municipality, today: date) -> list[Source]:
    return list(institutions([(town, towns.mechanism(town, today))]))


def _towns_of_their_own(today: date) -> Iterator[tuple[Municipality, Mechanism]]:
    own = Layer.objects.exclude(municipality=None).values("municipality")
    found = list(municipalities.on(today).filter(pk__in=own))
    return zip(found, towns.mechanisms(found, today), strict=True)


def a_town_of_each_country(today: date) -> Iterator[Mechanism]:
    """What the whole country has; rather by a town that changes nothing of it."""
    own = Exists(Layer.objects.filter(municipality=OuterRef("pk")))
    for town in municipalities.on(today).order_by("country_id", own, "key").distinct("country_id"):
        yield towns.mechanism(town, today)


def _of(mechanism: Mechanism, country: str, levels: set[Level]) -> Iterator[Source]:
    public = public_mechanism(mechanism)
    for body in public.institutions.values():
        if body.level in levels and NEIGHBOUR_MARK not in body.key and body.names:
            offers = [offer for offer in public.offers if offer.institution.key == body.key]
            for language in LANGUAGES:
                yield _institution(body, offers, language, country)


def _institution(body: Institution, offers: Iterable[Offer], language: str, country: str) -> Source:
    """By its name in the language, else in the country's, else in English; and by what it does, in the language."""
    of = next((code for code in (language, country, "en", *body.names) if body.names.get(code)), language)
    kind = reference().institution_types.get(body.type)
    said = [kind.names if kind else {}, *(words for offer in offers for words in (offer.names, offer.what))]
    text = SEPARATOR.join(dict.fromkeys(filter(None, (said_in(words, language) for words in said))))
    spoken = "" if of == language else of
    return Source(FindableKind.INSTITUTION, body.key, language, body.names.get(of, body.key), text, spoken)
