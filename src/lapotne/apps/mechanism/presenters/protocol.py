"""The steps of a protocol in words: who acts and decides, by when, what goes to whom, what differs, what law says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lapotne.apps.mechanism.presenters.protocol_names import Named, named
from lapotne.apps.mechanism.presenters.words import clock, offers
from lapotne.apps.mechanism.queries.protocols import Acting
from lapotne.domain.protocol.references import THE_PERSON, bodies_of
from lapotne.domain.protocol.situations import Note
from lapotne.domain.protocol.steps import Limit, Pass, Protocol, Reach, Step, Unanswered, Variant


@dataclass(frozen=True)
class Time:
    words: str
    is_proposed: bool


@dataclass(frozen=True)
class ShownSource:
    title: str
    publisher: str
    date: str
    address: str


@dataclass(frozen=True)
class Law:
    text: str
    source: ShownSource | None


@dataclass(frozen=True)
class Passed:
    what: str
    to: tuple[Named, ...]
    basis: str


@dataclass(frozen=True)
class Silence:
    """What if nobody answers."""

    after: Time
    then: tuple[Named, ...]


@dataclass(frozen=True)
class ShownVariant:
    """What differs in a situation; what is empty stays as in the step."""

    situation: str
    what: str
    rule: str
    first: tuple[Named, ...]
    acts: tuple[Named, ...]
    decides: tuple[Named, ...]
    person_decides: bool
    within: Time | None
    passes: tuple[Passed, ...]
    unanswered: Silence | None
    law: tuple[Law, ...]


@dataclass(frozen=True)
class ShownStep:
    key: str
    number: int
    name: str
    what: str
    rule: str
    acts: tuple[Named, ...]
    reaches_all: bool
    decides: tuple[Named, ...]
    person_decides: bool
    within: Time | None
    passes: tuple[Passed, ...]
    unanswered: Silence | None
    variants: tuple[ShownVariant, ...]
    law: tuple[Law, ...]
    source: ShownSource | None
    is_own: bool


@dataclass(frozen=True)
class Shown:
    """A whole protocol on a page."""

    steps: tuple[ShownStep, ...]
    standing: str
    is_adopted: bool


def shown(acting: Acting) -> Shown:
    writer = _Writer(acting)
    steps = tuple(writer.step(step, number) for number, step in enumerate(acting.protocol.steps, start=1))
    return Shown(steps, standing(acting.protocol), acting.protocol.is_adopted)


def standing(protocol: Protocol) -> str:
    """Whether it holds, since when, by whose decision."""
    adoption = protocol.adoption
    if not protocol.is_adopted or adoption is None or adoption.on is None:
        return _("A proposal: no group and no council has adopted it yet.")
    body = {"group": _("the working group"), "council": _("the council")}.get(adoption.by, adoption.by)
    words = {"day": clock.full_day(adoption.on), "body": body, "number": adoption.number}
    if adoption.number:
        return _("Adopted on %(day)s by %(body)s, decision %(number)s.") % words
    return _("Adopted on %(day)s by %(body)s.") % words


def source(key: str, sources: Mapping[str, Any]) -> ShownSource | None:
    """Where something stands."""
    found = sources.get(key)
    if not isinstance(found, Mapping):
        return None
    texts = {name: str(found.get(name) or "") for name in ("title", "publisher", "date", "address")}
    address = texts["address"] if texts["address"].startswith(("https://", "http://")) else ""
    return ShownSource(texts["title"], texts["publisher"], texts["date"], address)


def law(notes: Iterable[Note], sources: Mapping[str, Any]) -> tuple[Law, ...]:
    return tuple(Law(offers.named(note.text), source(note.source, sources)) for note in notes)


@dataclass(frozen=True)
class _Writer:
    acting: Acting

    def step(self, step: Step, number: int) -> ShownStep:
        situations = {one.key: one for one in self.acting.protocol.situations}
        variants = tuple(self.variant(one, offers.named(situations[one.situation].names)) for one in step.variants)
        return ShownStep(
            step.key,
            number,
            offers.named(step.names, step.key),
            offers.named(step.what),
            offers.named(step.rule),
            self.names(step.acts),
            step.reach is Reach.ALL,
            self.names(bodies_of(step.decides)),
            THE_PERSON in step.decides,
            self.within(step.within),
            self.passes(step.passes),
            self.silence(step.unanswered),
            variants,
            law(step.law, self.acting.sources),
            source(step.source, self.acting.sources),
            step.key in self.acting.own,
        )

    def variant(self, variant: Variant, situation: str) -> ShownVariant:
        decides = variant.decides or ()
        return ShownVariant(
            situation,
            offers.named(variant.what or {}),
            offers.named(variant.rule or {}),
            self.names(variant.first),
            self.names(variant.acts or ()),
            self.names(bodies_of(decides)),
            THE_PERSON in decides,
            self.within(variant.within),
            self.passes(variant.passes or ()),
            self.silence(variant.unanswered),
            law(variant.law, self.acting.sources),
        )

    def names(self, references: Iterable[Any]) -> tuple[Named, ...]:
        return tuple(named(references, self.acting.mechanism))

    def within(self, limit: Limit | None) -> Time | None:
        if limit is None:
            return None
        words = pgettext("a step's limit", "within %(time)s") % {"time": clock.duration(limit.minutes)}
        return Time(words, limit.proposed and not self.acting.protocol.is_adopted)

    def passes(self, found: Iterable[Pass]) -> tuple[Passed, ...]:
        return tuple(Passed(offers.named(one.what), self.names(one.to), offers.named(one.basis)) for one in found)

    def silence(self, found: Unanswered | None) -> Silence | None:
        if found is None:
            return None
        words = pgettext("nobody answered", "after %(time)s") % {"time": clock.duration(found.after_minutes)}
        proposed = found.proposed and not self.acting.protocol.is_adopted
        return Silence(Time(words, proposed), self.names(found.then))
