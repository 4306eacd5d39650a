"""What counts in a town: its mechanism put together from the layers, as in force or with a change not yet saved."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from lapotne.adapters.mechanism_yaml.checking import Checker
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.adapters.reference_yaml import Reference
from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.documents import Standing
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.mechanism.towns import Municipality as Town

MOST_LIBRARIES = 32
"""Those of as many towns at work; with its country's documents each takes half a megabyte."""


def checker(today: date) -> Checker:
    """What checks documents against the reference."""
    return Checker(reference(), today)


def library(municipality: Municipality, today: date) -> Library:
    """The documents that matter in one town; made once for a set of versions, since putting them together takes long.

    Every page of staff begins with it, so a single look-up says whether a version was saved or adopted meanwhile.
    """
    acting = documents.standing(documents.layers_for(municipality))
    if _unlisted(acting, [municipality]):
        return _library(acting, today, [municipality])
    return _kept(acting, today, id(reference()))


def library_of(layers: QuerySet[Layer], today: date, asked_about: Iterable[Municipality] = ()) -> Library:
    """The documents of these layers, with a reference that knows their municipalities and those asked about."""
    return _library(documents.standing(layers), today, asked_about)


@lru_cache(maxsize=MOST_LIBRARIES)
def _kept(acting: tuple[Standing, ...], today: date, _reference: int) -> Library:
    """For as long as one is kept, so is its reference, and no other has its number."""
    return _library(acting, today)


def _library(acting: Iterable[Standing], today: date, asked_about: Iterable[Municipality] = ()) -> Library:
    standing = tuple(acting)
    known = _reference_with(_unlisted(standing, asked_about))
    return Library(Checker(known, today), documents.documents_in_force(standing))


def _unlisted(acting: Iterable[Standing], asked_about: Iterable[Municipality]) -> set[str]:
    """Municipalities that are kept here but that the files of the reference no longer list."""
    keys = {one.municipality for one in acting if one.municipality} | {one.key for one in asked_about}
    return keys - reference().municipalities.keys()


def _reference_with(unlisted: Collection[str]) -> Reference:
    found = reference()
    if not unlisted:
        return found
    towns = {key: town_of(one) for key in unlisted if (one := municipalities.by_key(key))}
    return replace(found, municipalities={**found.municipalities, **towns})


def town_of(municipality: Municipality) -> Town:
    """The municipality in the domain's words."""
    return Town(
        key=municipality.key,
        code=municipality.code,
        names=municipality.names,
        country=municipality.country.code,
        time_zone=municipality.time_zone,
        latitude=municipality.latitude,
        longitude=municipality.longitude,
    )


def mechanism(municipality: Municipality, today: date) -> Mechanism:
    """The mechanism of a town as it acts."""
    return library(municipality, today).mechanism(municipality.key)


def mechanism_if(municipality: Municipality, document: Mapping[str, Any], today: date) -> Mechanism:
    """The mechanism as it would act with this document for the town's own."""
    found = library(municipality, today)
    changed = {**found.documents, municipality.key: Document(document)}
    return Library(found.checker, changed).mechanism(municipality.key)


def mechanisms(municipalities: Iterable[Municipality], today: date) -> Iterator[Mechanism]:
    """The mechanisms of many towns of one or more countries; offers that are alike are the very same objects."""
    towns = list(municipalities)
    layers = Layer.objects.filter(country__in={town.country_id for town in towns})
    return library_of(layers, today, towns).mechanisms([town.key for town in towns])
