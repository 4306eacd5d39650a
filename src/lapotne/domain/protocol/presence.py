"""Who is there over a period: for a list of references and a profile, the best state at every minute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lapotne.domain.mechanism.helping import is_met
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.opening import OpenSpan, OpenSpans, OpenState
from lapotne.domain.mechanism.standing import standing
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import Span
from lapotne.domain.protocol.naming import need_of, offers_named, wait
from lapotne.domain.protocol.references import Reference
from lapotne.domain.protocol.steps import Limit, References
from lapotne.domain.protocol.timeline import Stretch, best_over


@dataclass(frozen=True, slots=True)
class _Way:
    """What an availability is worth while open, whether that is no gap, and how many minutes ahead it counts."""

    offer: str
    at: int
    state: State
    is_met: bool
    wait: int


@dataclass(slots=True)
class Presence:
    """Answers for one town and one period of UTC minutes; keeps what it has worked out."""

    mechanism: Mechanism
    needs: Mapping[str, Need]
    period: Span
    open_spans: OpenSpans
    asked_on: date
    _timelines: dict[tuple[_Way, ...], list[Stretch]] = field(default_factory=dict)
    _offers: dict[str, Offer] = field(default_factory=dict)
    _spans: dict[tuple[str, int], list[OpenSpan]] = field(default_factory=dict)

    def of(self, references: References, within: Limit | None, profile: Profile) -> list[Stretch]:
        """The best state of those named, at every minute of the period: one of them is enough.

        Whoever opens within the minutes allowed counts (coverage.md rule 14, with the step's own limit).
        """
        ways = tuple(way for reference in references for way in self._ways(reference, within, profile))
        # Most profiles are answered alike, so a year is walked through once for all of them.
        if ways not in self._timelines:
            stretches = [stretch for way in ways for stretch in self._stretches(way)]
            self._timelines[ways] = best_over(stretches, self.period.start, self.period.end)
        return self._timelines[ways]

    def _ways(self, reference: Reference, within: Limit | None, profile: Profile) -> Iterator[_Way]:
        need = need_of(reference, self.needs)
        for offer in offers_named(reference, self.mechanism):
            self._offers[offer.key] = offer
            for at, availability in enumerate(offer.availabilities):
                state = standing(offer, availability, need, profile, self.asked_on).state
                if state is not None:
                    yield _Way(offer.key, at, state, is_met(need, state), wait(need, within))

    def _stretches(self, way: _Way) -> Iterator[Stretch]:
        for start, end, hours in self._spans_of(way.offer, way.at):
            if hours is OpenState.OPEN:
                yield Stretch(start - way.wait, end, way.state, way.is_met)
            elif hours is OpenState.UNKNOWN:
                yield Stretch(start - way.wait, end, State.UNCONFIRMED, is_met=False)

    def _spans_of(self, offer: str, at: int) -> list[OpenSpan]:
        key = (offer, at)
        if key not in self._spans:
            found = self._offers[offer]
            self._spans[key] = self.open_spans(found, found.availabilities[at])
        return self._spans[key]
