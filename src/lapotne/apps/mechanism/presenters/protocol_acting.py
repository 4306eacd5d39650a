"""Who acts in a step now: in order, how to reach each, by when they must answer, and who is next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters import protocol as steps
from lapotne.apps.mechanism.presenters.protocol_names import in_words
from lapotne.apps.mechanism.presenters.words import clock, offers, reasons, states
from lapotne.apps.mechanism.presenters.words.reaching import address
from lapotne.apps.mechanism.queries.protocols import Acting
from lapotne.domain.mechanism.offers import Contact, Offer
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.protocol.acting import Actions, Line, Turn


@dataclass(frozen=True)
class Reached:
    """A way to reach somebody; `address` is empty where a machine can't follow it."""

    value: str
    note: str
    address: str
    is_staff_only: bool


@dataclass(frozen=True)
class ShownTurn:
    who: str
    offer: str
    mode: str
    state: str
    shape: str
    is_unconfirmed: bool
    contacts: tuple[Reached, ...]
    answer_by: str
    until: str
    opens: str


@dataclass(frozen=True)
class ShownLine:
    """A list from which one answer is enough; `named` says whom the protocol writes."""

    named: str
    now: tuple[ShownTurn, ...]
    later: tuple[ShownTurn, ...]
    is_gap: bool


@dataclass(frozen=True)
class ShownActions:
    name: str
    what: str
    rule: str
    applies: bool
    headline: str
    lines: tuple[ShownLine, ...]
    decides: ShownLine | None
    person_decides: bool
    escalation: tuple[ShownTurn, ...]
    escalate_at: str
    situations: tuple[str, ...]
    law: tuple[steps.Law, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True)
class Writer:
    """Puts what the protocol answers for a moment into words; `now` is the UTC minute asked about."""

    acting: Acting
    now: int

    @property
    def zone(self) -> str:
        return self.acting.mechanism.municipality.time_zone

    def actions(self, found: Actions) -> ShownActions:
        lines = tuple(self.line(line) for line in found.lines)
        return ShownActions(
            offers.named(found.step.names, found.step.key),
            offers.named(found.step.what),
            offers.named(found.step.rule),
            found.applies,
            self.headline(found),
            lines,
            self.line(found.decides) if found.decides.references and not found.person_decides else None,
            found.person_decides,
            self.turns(found.escalation),
            "" if found.escalate_at is None else self.clock(found.escalate_at),
            tuple(offers.named(one.names, one.key) for one in found.situations),
            steps.law(found.law, self.acting.sources),
            tuple(reasons.questions(found.ask)),
        )

    def line(self, line: Line) -> ShownLine:
        either = _(" or ")
        words = either.join(in_words(one, self.acting.mechanism) for one in line.references)
        now = self.turns(line.now)
        named = {turn.who for turn in now}
        later = tuple(turn for turn in self.turns(line.later) if turn.who not in named)
        return ShownLine(words, now, later, line.is_gap)

    def turns(self, turns: Iterable[Turn]) -> tuple[ShownTurn, ...]:
        return tuple(self.turn(turn) for turn in turns)

    def turn(self, turn: Turn) -> ShownTurn:
        helper = turn.helper
        mode = helper.availability.mode
        return ShownTurn(
            offers.institution(helper.offer.institution),
            "" if is_stand_in(helper.offer) else offers.offer(helper.offer),
            "" if mode is Mode.IN_PERSON else states.mode(mode),
            states.state(helper.state),
            states.shape(helper.state),
            turn.is_unconfirmed,
            tuple(reached(contact) for contact in helper.contacts),
            "" if turn.answer_by in (None, turn.opens_at) else self.clock(turn.answer_by),
            "" if helper.until is None else self.clock(helper.until),
            "" if turn.opens_at is None else self.clock(turn.opens_at),
        )

    def clock(self, minute: int) -> str:
        return clock.until(minute, self.now, self.zone)

    def headline(self, found: Actions) -> str:
        """The finding: whom to reach first, or that nobody can act."""
        if not found.applies:
            return _("This step isn’t for this person")
        first = [offers.institution(turn.helper.offer.institution) for turn in found.call_now]
        if first and found.is_gap:
            return _("Nobody is sure to act at this moment. Try %(who)s") % {"who": first[0]}
        if first:
            return _("First: %(who)s") % {"who": _(" and ").join(first)}
        opens = [turn.opens_at for turn in found.later if turn.opens_at is not None and not turn.is_unconfirmed]
        if opens:
            return _("Nobody can act before %(time)s") % {"time": self.clock(min(opens))}
        return _("Nobody can act at this moment")


def is_stand_in(offer: Offer) -> bool:
    """Whether an offer only stands for a body of which nobody said what it does in this step."""
    return offer.key == offer.institution.key


def reached(contact: Contact) -> Reached:
    """A contact with the address that a telephone or a browser follows."""
    return Reached(contact.value, offers.named(contact.note), address(contact), contact.staff_only)
