"""Who, and why: behind one hour of one need, who can act, who only later, who is out, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.canopy.finding import nobody_meets
from lapotne.apps.mechanism.presenters.words import clock, offers, reasons, states
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.states import runs, states_of
from lapotne.domain.mechanism.declining import declining
from lapotne.domain.mechanism.helping import Helper, HelpNow, contacts_of, helpers_now
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Contact
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, Span


@dataclass(frozen=True)
class Person:
    """Somebody who can act, now or later."""

    name: str
    state: State
    how: str
    when: str
    languages: str
    contacts: tuple[Contact, ...]
    why: list[str]

    @property
    def words(self) -> str:
        return states.of_somebody(self.state)


@dataclass(frozen=True)
class Panel:
    """All that is said about an hour."""

    need: str
    moment: str
    state: State
    finding: str
    rule: str
    pieces: list[tuple[str, State, str]]
    now: list[Person]
    later: list[Person]
    out: list[tuple[str, list[str]]]
    ask: list[str]
    earlier: str
    following: str

    @property
    def words(self) -> str:
        return states.state(self.state)


def panel(canopy: Canopy, chosen: Chosen, *, staff: bool) -> Panel | None:
    """The panel of the hour and need chosen; None where none was, or where the need isn't this profile's."""
    need = next((need for need in canopy.needs if need.key == chosen.need), None)
    period = canopy.week.town.period
    if need is None or chosen.hour is None or not period.start_minute <= chosen.hour < period.end_minute:
        return None
    cell = canopy.week.town.cell(need.key, canopy.profile.key)
    return _panel(canopy, chosen, cell, staff=staff) if cell else None


def _panel(canopy: Canopy, chosen: Chosen, cell: Cell, *, staff: bool) -> Panel:
    pieces = _pieces(canopy, cell, chosen.hour or 0)
    # The hour's leaf shows the worst of its minutes, so that is the moment explained.
    worst, state = min(pieces, key=lambda piece: (piece[1], piece[0]))
    found, zone = _help(canopy, cell.need, worst.start, staff=staff), chosen.zone
    return Panel(
        need=offers.named(cell.need.names, cell.need.key),
        moment=clock.moment(worst.start, zone),
        state=state,
        finding=_finding(cell.need, state),
        rule=_rule(cell.need, worst.start, zone),
        pieces=[(_hours(span, zone), found_state, states.state(found_state)) for span, found_state in pieces]
        if len(pieces) > 1
        else [],
        now=[_person(helper, worst.start, zone) for helper in found.now],
        later=[_person(helper, worst.start, zone, _deadline(cell.need, worst.start)) for helper in _only_later(found)],
        out=_out(canopy, found),
        ask=reasons.questions(found.ask),
        earlier=_moved(chosen, -MINUTES_IN_HOUR),
        following=_moved(chosen, MINUTES_IN_HOUR),
    )


def _pieces(canopy: Canopy, cell: Cell, hour: int) -> list[tuple[Span, State]]:
    period = canopy.week.town.period
    start = (hour - period.start_minute) // period.step
    end = min(start + MINUTES_IN_HOUR // period.step, period.steps)
    return list(runs(states_of(cell.levels, period.steps), start, end, period))


def _help(canopy: Canopy, need: Need, minute: int, *, staff: bool) -> HelpNow:
    here = canopy.mechanism.municipality
    open_at = opener(here.time_zone, here.country)
    found = helpers_now(canopy.mechanism, need, canopy.profile, minute, open_at, canopy.today)
    if not staff:
        return found
    return replace(found, now=_with_staff_contacts(found.now), later=_with_staff_contacts(found.later))


def _with_staff_contacts(helpers: Iterable[Helper]) -> tuple[Helper, ...]:
    """A neighbour's staff-only contacts stay at the neighbour's, also where its service counts here."""
    return tuple(
        replace(helper, contacts=contacts_of(helper.offer, staff=NEIGHBOUR_MARK not in helper.offer.key))
        for helper in helpers
    )


def _only_later(found: HelpNow) -> list[Helper]:
    """Who can't act now; whoever can, stands among those already."""
    acting = {helper.offer.key for helper in found.now}
    return [helper for helper in found.later if helper.offer.key not in acting]


def _finding(need: Need, state: State) -> str:
    name = offers.named(need.names, need.key)
    if state is State.NOBODY:
        return nobody_meets(need)
    return _("%(need)s: %(state)s") % {"need": name, "state": states.state(state)}


def _rule(need: Need, minute: int, zone: str) -> str:
    if not need.within_hours:
        return _("It must be met at once.")
    by = clock.until(_deadline(need, minute), minute, zone)
    return _("It must be met within %(hours)s: by %(time)s.") % {
        "hours": clock.hours(need.within_hours * MINUTES_IN_HOUR),
        "time": by,
    }


def _deadline(need: Need, minute: int) -> int:
    return minute + need.within_hours * MINUTES_IN_HOUR


def _hours(span: Span, zone: str) -> str:
    return f"{clock.clock_time(span.start, zone)}–{clock.clock_time(span.end, zone)}"


def _person(helper: Helper, minute: int, zone: str, deadline: int | None = None) -> Person:
    return Person(
        name=offers.who(helper.offer),
        state=helper.state,
        how=states.mode(helper.availability.mode),
        when=_when(helper, minute, zone, deadline),
        languages=", ".join(sorted(map(reasons.language, helper.languages or ()))),
        contacts=helper.contacts,
        why=[reasons.reason(reason) for reason in helper.standing.reasons if reason.attribute != "mode"],
    )


def _when(helper: Helper, minute: int, zone: str, deadline: int | None) -> str:
    if helper.opens_at is not None:
        words = {"time": clock.until(helper.opens_at, minute, zone)}
        if deadline is not None and helper.opens_at > deadline:
            return _("opens %(time)s, too late") % words
        return _("opens %(time)s, in time") % words
    if helper.until is None:
        return _("day and night")
    return _("until %(time)s") % {"time": clock.until(helper.until, minute, zone)}


def _out(canopy: Canopy, found: HelpNow) -> list[tuple[str, list[str]]]:
    declined = declining(canopy.mechanism, found, canopy.profile, canopy.today)
    return [(offers.who(one.offer), [reasons.reason(reason) for reason in one.reasons]) for one in declined]


def _moved(chosen: Chosen, minutes: int) -> str:
    return f"{chosen.but(hour=(chosen.hour or 0) + minutes).query}#who"
