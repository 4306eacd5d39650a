"""What is open at a moment: the words in which opening hours are asked about, whoever computes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lapotne.domain.mechanism.offers import Availability, Offer

LEAST_LOOKED_AHEAD = 7 * 24 * 60
"""Minutes; whoever answers looks at least a week ahead, so a state without an end holds as long as that."""


class OpenState(StrEnum):
    """What the hours say of a minute; unknown is never counted as closed (coverage.md rules 4 and 6)."""

    OPEN = "open"
    UNKNOWN = "unknown"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Opening:
    """What the hours of an availability say at a moment; minutes are UTC, counted from the epoch.

    `until`: the first later minute at which another state holds, for every state, closed too.
    `next_open`: the first later minute at which the hours turn surely open.
    None: it doesn't happen as far ahead as the caller looks.
    """

    state: OpenState
    until: int | None = None
    next_open: int | None = None


type OpenAt = Callable[[Offer, Availability, int], Opening]
"""Asks the hours of an offer's availability at a UTC minute; outside the offer's days of validity: closed."""

type OpenSpan = tuple[int, int, OpenState]
"""Start, end (excluded) and state: UTC minutes since the epoch; closed time may be left out."""

type OpenSpans = Callable[[Offer, Availability], list[OpenSpan]]
"""All spans of an offer's availability that touch the period asked about, in order and without overlap."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question put at a moment: the minute meant, the day of asking, and how to learn what is open.

    `moment`: UTC minutes since the epoch. `asked_on`: confirmations are judged on this day (rule 8).
    `staff`: whether contacts for staff only may be shown.
    """

    moment: int
    open_at: OpenAt
    asked_on: date
    staff: bool = False


def spans_from(open_at: OpenAt, start: int, end: int) -> OpenSpans:
    """The openings of a stretch of UTC minutes, learnt by asking at every minute at which they change."""

    def open_spans(offer: Offer, availability: Availability) -> list[OpenSpan]:
        spans: list[OpenSpan] = []
        at = start
        while at < end:
            hours = open_at(offer, availability, at)
            until = min(end, at + LEAST_LOOKED_AHEAD if hours.until is None else hours.until)
            if hours.state is not OpenState.CLOSED:
                spans.append((at, until, hours.state))
            at = until
        return spans

    return open_spans
