"""Who can help at a moment: whom to turn to now, in which order, who answers later, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Contact, Institution, Level, Offer
from lapotne.domain.mechanism.opening import Asking, OpenAt, Opening, OpenState
from lapotne.domain.mechanism.standing import LANGUAGE, Standing, at_hours, standing
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism

MINUTES_IN_HOUR = 60
NEAREST_FIRST = (Level.LOCAL, Level.REGIONAL, Level.NATIONAL)
ANY_LANGUAGE_SHARED, LANGUAGES_UNKNOWN, NO_LANGUAGE_SHARED = range(3)
MINUTES_UNSAID = float("inf")


@dataclass(frozen=True, slots=True)
class Helper:
    """An offer that can be turned to, by its best availability, with why and until when.

    `until`: the UTC minute at which this availability ends or changes; None: not in sight.
    `opens_at`: None for who can act now, else the UTC minute from which they can.
    `contacts`: the offer's own, else its institution's; staff-only ones only when staff ask.
    """

    offer: Offer
    availability: Availability
    standing: Standing
    contacts: tuple[Contact, ...] = ()
    until: int | None = None
    opens_at: int | None = None

    @property
    def state(self) -> State:
        """How they stand when they can act; never out."""
        return self.standing.state or State.NOBODY

    @property
    def institution(self) -> Institution:
        """The body behind the offer."""
        return self.offer.institution

    @property
    def languages(self) -> frozenset[str] | None:
        """The languages they speak; None: nobody listed them."""
        return self.offer.languages

    @property
    def is_unconfirmed(self) -> bool:
        """Whether to label them: still offered, but nobody has confirmed that this is right."""
        return self.state is State.UNCONFIRMED


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Whom to turn to for one need, for one profile, at one moment.

    `now`: who can act, best first, unconfirmed last. `later`: who opens afterwards, soonest first.
    `state`: the need's state by coverage.md rules 12 and 14, over the hours in which it must be met.
    `ask`: what to ask the person; `is_asked`: whether the need applies to this profile at all.
    """

    need: Need
    state: State
    now: tuple[Helper, ...] = ()
    later: tuple[Helper, ...] = ()
    ask: tuple[str, ...] = ()
    is_asked: bool = True

    @property
    def is_gap(self) -> bool:
        """Neither covered nor, where a call meets the need, by phone or on call (rule 15)."""
        return self.is_asked and not is_met(self.need, self.state)


def is_met(need: Need, state: State) -> bool:
    """Whether a state is no gap: covered or, where a call meets the need, by phone or on call (rule 15)."""
    return state is State.COVERED or (state is State.BY_PHONE and need.call_meets)


def helpers_now(
    mechanism: Mechanism,
    need: Need,
    profile: Profile,
    moment: int,
    open_at: OpenAt,
    asked_on: date,
    *,
    staff: bool = False,
) -> HelpNow:
    """Whoever meets the need for the profile, at the moment and in the hours within which it must be met.

    `moment`: UTC minutes since the epoch. `asked_on`: the day on which confirmations are judged.
    """
    asking = Asking(moment, open_at, asked_on, staff)
    offers = [offer for offer in mechanism.offers if need.key in offer.meets]
    ways = ways_to_help(offers, need, profile, asking)
    now, later = in_order(ways, profile)
    ask = dict.fromkeys(attribute for helper in (*now, *later) for attribute in helper.standing.ask)
    state = best_until(ways, moment + need.within_hours * MINUTES_IN_HOUR)
    return HelpNow(need, state, now, later, tuple(ask), need.applies(profile))


def able_now(mechanism: Mechanism, need: Need, profile: Profile, asking: Asking) -> tuple[Helper, ...]:
    """Only those who can act at the moment, best first: `now` of `helpers_now`."""
    offers = [offer for offer in mechanism.offers if need.key in offer.meets]
    ways = [_ways_of(offer, need, profile, asking, later=False) for offer in offers]
    return _best_first(ways, profile)


type Ways = list[list[Helper]]
"""For each offer, every way in which it can act: at the moment (`opens_at` None) or from a later minute."""


def ways_to_help(offers: Iterable[Offer], need: Need, profile: Profile, asking: Asking) -> Ways:
    """All ways in which offers can act for a profile, now and later; whoever is out has none."""
    return [_ways_of(offer, need, profile, asking) for offer in offers]


def best_until(ways: Ways, deadline: int) -> State:
    """The best state of those who can act now or by a UTC minute, that minute included (rule 14)."""
    in_time = (way for offer in ways for way in offer if way.opens_at is None or way.opens_at <= deadline)
    return max((way.state for way in in_time), default=State.NOBODY)


def in_order(ways: Ways, profile: Profile) -> tuple[tuple[Helper, ...], tuple[Helper, ...]]:
    """Who can act at the moment, best first, and who starts later, soonest first; unconfirmed last.

    One helper an offer: its best way for now, its soonest for later.
    """

    def later_order(helper: Helper) -> tuple[bool, int, _Order]:
        return helper.is_unconfirmed, helper.opens_at or 0, _order(helper, profile)

    now = [[way for way in offer if way.opens_at is None] for offer in ways]
    later = [[way for way in offer if way.opens_at is not None] for offer in ways]
    return (
        _best_first(now, profile),
        tuple(sorted((min(offer, key=later_order) for offer in later if offer), key=later_order)),
    )


def _best_first(ways: Ways, profile: Profile) -> tuple[Helper, ...]:
    def order(helper: Helper) -> _Order:
        return _order(helper, profile)

    return tuple(sorted((min(offer, key=order) for offer in ways if offer), key=order))


def contacts_of(offer: Offer, *, staff: bool = False) -> tuple[Contact, ...]:
    """How to reach an offer: its own contacts, else its institution's; staff-only ones for staff alone."""
    for contacts in (offer.contacts, offer.institution.contacts):
        shown = tuple(contact for contact in contacts if staff or not contact.staff_only)
        if shown:
            return shown
    return ()


def _ways_of(offer: Offer, need: Need, profile: Profile, asking: Asking, *, later: bool = True) -> list[Helper]:
    """At the moment and, if `later`, from then on; the hours come first, for what is closed now needs no judging."""
    ways = []
    contacts = contacts_of(offer, staff=asking.staff)
    for availability in offer.availabilities:
        starts = _starts(asking.open_at(offer, availability, asking.moment))
        if not later:
            starts = [start for start in starts if start[0] is None]
        if not starts:
            continue
        stands = standing(offer, availability, need, profile, asking.asked_on)
        if stands.is_out:
            continue
        for opens_at, state, until in starts:
            ways.append(Helper(offer, availability, at_hours(stands, state), contacts, until, opens_at))
    return ways


def _starts(hours: Opening) -> list[tuple[int | None, OpenState, int | None]]:
    """When an availability is there: at once (None), or from the minute it turns unknown or surely open."""
    starts: list[tuple[int | None, OpenState, int | None]] = []
    if hours.state is not OpenState.CLOSED:
        starts.append((None, hours.state, hours.until))
    elif hours.until is not None and hours.until != hours.next_open:
        starts.append((hours.until, OpenState.UNKNOWN, None))
    if hours.state is not OpenState.OPEN and hours.next_open is not None:
        starts.append((hours.next_open, OpenState.OPEN, None))
    return starts


type _Order = tuple[int, int, int, float, str, str]


def _order(helper: Helper, profile: Profile) -> _Order:
    """Best state first, then a shared language, the nearest level, the shortest minutes, the name."""
    minutes = helper.availability.minutes_to_respond
    return (
        -helper.state,
        _language_order(helper, profile),
        NEAREST_FIRST.index(helper.institution.level),
        MINUTES_UNSAID if minutes is None else minutes,
        _name(helper),
        helper.offer.key,
    )


def _language_order(helper: Helper, profile: Profile) -> int:
    """Languages inform and sort (coverage.md, after rule 12); nothing is sorted by what nobody knows."""
    spoken = profile.facts.get(LANGUAGE)
    if not isinstance(spoken, frozenset) or helper.languages is None:
        return LANGUAGES_UNKNOWN
    return ANY_LANGUAGE_SHARED if spoken & helper.languages else NO_LANGUAGE_SHARED


def _name(helper: Helper) -> str:
    """A name to sort by that doesn't change with the reader's language, so that the order is stable."""
    names = helper.offer.names or helper.institution.names
    return names.get("en") or min(names.values(), default=helper.offer.key)
