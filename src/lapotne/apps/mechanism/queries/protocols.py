"""The protocol that acts in a town: its country's steps with what the town's documents change, and its check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.cache import caches

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.adapters.mechanism_yaml.protocol import BASE, protocol_of
from lapotne.apps.mechanism import models
from lapotne.apps.mechanism.queries import documents, towns
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.editing import Edit, edited
from lapotne.domain.mechanism.layers import merge
from lapotne.domain.mechanism.opening import spans_from
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import MINUTES_IN_DAY, MINUTES_IN_WEEK, Span, local_midnight
from lapotne.domain.protocol.checking import Checked, Ground, check
from lapotne.domain.protocol.reading import Problem
from lapotne.domain.protocol.steps import Adoption, Protocol, Status

type Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Acting:
    """A town's protocol in force with the mechanism it rests on.

    `problems`: what makes the town's own changes unreadable; then the country's protocol acts as it is.
    `own`: the keys of steps that the town's documents change.
    """

    protocol: Protocol
    mechanism: Mechanism
    sources: Raw
    own: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def protocol_in_force(municipality: Municipality, today: date) -> Acting:
    """What acts today: the country's steps, laid over by documents in force, held by the latest adoption."""
    library = towns.library(municipality, today)
    adoption = documents.adoption_in_force(municipality)
    return acting(municipality, library, adoption)


def protocol_on(desk: Desk) -> Acting:
    """What acts in the town whose desk is open."""
    adoption = getattr(desk.adopted, "adoption", None) if desk.adopted else None
    return acting(desk.municipality, desk.acting, adoption)


def drafted_step(desk: Desk, step: str) -> Raw:
    """A step as it holds with the document as last saved; empty where there is no such step."""
    documents_here = desk.drafted.layers_of(desk.municipality.key)
    found: Raw = _merged(desk.municipality, documents_here).get("steps", {}).get(step) or {}
    return found


def with_step(desk: Desk, step: str, wanted: Raw) -> Raw:
    """The town's document in which a step is as wanted: it says only what differs from the country's."""
    key = desk.municipality.key
    above = [document for document in desk.acting.layers_of(key) if document.key != key]
    upper = {**desk.upper.raw, "protocol": _merged(desk.municipality, above)}
    return edited(desk.document, upper, Edit(("protocol", "steps", step), wanted))


def acting(municipality: Municipality, library: Library, adoption: models.Adoption | None = None) -> Acting:
    """The protocol that a library means, with its mechanism."""
    layers, mechanism = library.layers_of(municipality.key), library.mechanism(municipality.key)
    base = _country(municipality)
    sources = {**(base.get("sources") or {}), **library.effective(municipality.key).section("sources")}
    found = protocol_of(base, layers) if base else Protocol()
    if isinstance(found, list):
        whole = protocol_of(base, ())
        return Acting(whole if isinstance(whole, Protocol) else Protocol(), mechanism, sources, problems=tuple(found))
    if adoption:
        held = Adoption(adoption.on, adoption.decision, adoption.body)
        found = replace(found, status=Status.ADOPTED, adoption=held)
    changes = [document.raw.get("protocol") or {} for document in layers]
    own = frozenset(step for change in changes for step in change.get("steps") or {})
    return Acting(found, mechanism, sources, own)


def _country(municipality: Municipality) -> Raw:
    """The country's steps as its reference file writes them; empty where it has none."""
    return reference().protocols.get(municipality.country.code, {})


def _merged(municipality: Municipality, layers: Iterable[Document]) -> Raw:
    changes = [(document.key, document.raw.get("protocol") or {}) for document in layers]
    return merge([(BASE, _country(municipality)), *changes]).raw


def checked(municipality: Municipality, found: Acting, first: date) -> Checked:
    """The check of a protocol over the week from a day's noon, for every profile; kept while nothing changes."""
    key = f"protocol:{municipality.key}:{first}:{documents.newest(municipality.country)}"
    kept: Checked = caches["computed"].get_or_set(key, lambda: check_week(found, first))
    return kept


def week_from(first: date, zone: str) -> Span:
    """Seven days from noon, so that no night is cut in two."""
    start = local_midnight(first, zone) + MINUTES_IN_DAY // 2
    return Span(start, start + MINUTES_IN_WEEK)


def check_week(found: Acting, first: date) -> Checked:
    """The same for a protocol that doesn't act yet."""
    town = found.mechanism.municipality
    period = week_from(first, town.time_zone)
    longest = max((step.within.minutes for step in found.protocol.steps if step.within), default=0)
    reach = max(longest, MINUTES_IN_WEEK) + MINUTES_IN_DAY
    spans = spans_from(opener(town.time_zone, town.country), period.start - MINUTES_IN_DAY, period.end + reach)
    ground = Ground(found.mechanism, reference().needs, period, spans, first)
    return check(found.protocol, tuple(reference().profiles.values()), ground)
