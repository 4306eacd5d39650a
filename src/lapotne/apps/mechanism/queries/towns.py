"""What counts in a town: its mechanism put together from the layers, as in force or with a change not yet saved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from lapotne.adapters.mechanism_yaml.checking import Checker
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.adapters.reference_yaml import Reference
from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.mechanism.towns import Municipality as Town


def checker(today: date) -> Checker:
    """What checks documents against the reference."""
    return Checker(reference(), today)


def library(municipality: Municipality, today: date) -> Library:
    """The documents that matter in one town."""
    return library_of(documents.layers_for(municipality), today, [municipality])


def library_of(layers: QuerySet[Layer], today: date, asked_about: Iterable[Municipality] = ()) -> Library:
    """The documents of these layers, with a reference that knows their municipalities and those asked about."""
    found = list(layers.select_related("municipality__country"))
    own = (layer.municipality for layer in found if layer.municipality)
    return Library(Checker(_reference_with([*own, *asked_about]), today), documents.documents_in_force(found))


def _reference_with(municipalities: Iterable[Municipality]) -> Reference:
    """The reference, and in it municipalities that are kept here but that its files no longer list."""
    found = reference()
    unlisted = {one.key: town_of(one) for one in municipalities if one.key not in found.municipalities}
    return replace(found, municipalities={**found.municipalities, **unlisted}) if unlisted else found


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
