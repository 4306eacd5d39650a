"""What counts in a town: its mechanism put together from the layers, as in force or with a change not yet saved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

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
    layers = documents.layers_for(municipality)
    return Library(Checker(_reference_with(municipality), today), documents.documents_in_force(layers))


def _reference_with(municipality: Municipality) -> Reference:
    """The reference, and in it a municipality that is kept here but that its files no longer list."""
    found = reference()
    if municipality.key in found.municipalities:
        return found
    return replace(found, municipalities={**found.municipalities, municipality.key: town_of(municipality)})


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
    found = Library(checker(today), documents.documents_in_force(layers))
    return found.mechanisms([town.key for town in towns])
