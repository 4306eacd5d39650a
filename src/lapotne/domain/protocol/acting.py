"""Who acts in a step at a moment: whom to reach first, by when they must answer, and who is next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lapotne.domain.mechanism.helping import Helper, best_until, in_order, is_met, ways_to_help
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.opening import Asking
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, wall_time
from lapotne.domain.protocol.applying import StepInCase, step_in_case
from lapotne.domain.protocol.naming import need_of, offers_named, wait
from lapotne.domain.protocol.references import THE_PERSON, Reference, ReferenceKind, bodies_of
from lapotne.domain.protocol.situations import Note, Situation
from lapotne.domain.protocol.steps import Limit, Pass, Protocol, Reach, References, Step


@dataclass(frozen=True, slots=True)
class Turn:
    """One to turn to: who, how and until when (in `helper`), by which line of the protocol, and by when.

    `answer_by`: the UTC minute by which they must answer: the step's limit or their own minutes to respond,
    whichever ends sooner, but never before they open. None: nobody set a time.
    """

    helper: Helper
    reference: Reference
    answer_by: int | None = None

    @property
    def opens_at(self) -> int | None:
        """The UTC minute from which they answer; None: now."""
        return self.helper.opens_at

    @property
    def is_unconfirmed(self) -> bool:
        """Whether to label them as unconfirmed."""
        return self.helper.is_unconfirmed


@dataclass(frozen=True, slots=True)
class Line:
    """A list of whom to reach: one answer from it is enough. `later`: who answers from a later minute.

    `references`: what the protocol wrote; several lines where each must be reached, else one.
    `is_gap`: nobody on it can surely act in time: neither covered nor, where a call will do, by phone.
    """

    references: References
    now: tuple[Turn, ...] = ()
    later: tuple[Turn, ...] = ()
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Actions:
    """A step at a moment, for one person: whom to reach, in lines that must each be reached.

    `escalate_at`: the UTC minute from which, without an answer, `escalation` is turned to as well.
    `person_decides`: the decision is the person's, or that of whoever stands for them.
    `law`: what to show, with sources. `ask`: what to ask the person. `situations`: what is the case.
    """

    step: Step
    lines: tuple[Line, ...] = ()
    decides: Line = Line(())
    person_decides: bool = False
    escalation: tuple[Turn, ...] = ()
    escalate_at: int | None = None
    situations: tuple[Situation, ...] = ()
    law: tuple[Note, ...] = ()
    ask: tuple[str, ...] = ()
    applies: bool = True

    @property
    def call_now(self) -> tuple[Turn, ...]:
        """The first of every line, each once: whom to reach at once."""
        return _distinct(line.now[0] for line in self.lines if line.now)

    @property
    def if_no_answer(self) -> tuple[Turn, ...]:
        """Everybody after the first of each line, then whom the protocol names for silence."""
        called = {turn.helper.offer.key for turn in self.call_now}
        others = [turn for line in self.lines for turn in line.now[1:]]
        return tuple(turn for turn in _distinct((*others, *self.escalation)) if turn.helper.offer.key not in called)

    @property
    def later(self) -> tuple[Turn, ...]:
        """Who answers from a later minute, soonest first, unconfirmed last."""
        turns = [turn for line in self.lines for turn in line.later]
        return _distinct(sorted(turns, key=lambda turn: (turn.is_unconfirmed, turn.opens_at or 0)))

    @property
    def is_gap(self) -> bool:
        """Whether a line that must be reached is a gap, or the decision is."""
        return self.applies and any(line.is_gap for line in (*self.lines, self.decides))

    @property
    def passes(self) -> tuple[Pass, ...]:
        """What goes to whom in this step."""
        return self.step.passes


def who_acts(
    mechanism: Mechanism,
    protocol: Protocol,
    step: str,
    profile: Profile,
    asking: Asking,
    needs: Mapping[str, Need],
) -> Actions:
    """Who acts in a step, for a profile, at the moment asked about, in order.

    `needs` are those of the reference, by key. Raises UnknownStepError.
    """
    case = step_in_case(protocol, protocol.step(step), profile, _minute_of_day(mechanism, asking.moment))
    roll = _Roll(mechanism, needs, case.profile, asking, case.step.within)
    lines = tuple(roll.line(references) for references in lines_of(case))
    unanswered = case.step.unanswered
    asked = [fact for line in lines for turn in line.now for fact in turn.helper.standing.ask]
    return Actions(
        step=case.step,
        lines=lines,
        decides=roll.line(case.step.decides),
        person_decides=THE_PERSON in case.step.decides,
        escalation=roll.line(unanswered.then).now if unanswered else (),
        escalate_at=asking.moment + unanswered.after_minutes if unanswered else None,
        situations=case.situations,
        law=case.law,
        ask=tuple(dict.fromkeys((*case.ask, *asked))),
        applies=case.applies,
    )


def lines_of(case: StepInCase) -> list[References]:
    """The lists that must each be reached: whoever is always first, then the step's own."""
    acts = case.step.acts
    own = [(reference,) for reference in acts] if case.step.reach is Reach.ALL else [acts]
    return [references for references in (case.first, *own) if references]


@dataclass(frozen=True, slots=True)
class _Roll:
    """Calls the roll of whom references name, for one person at one moment."""

    mechanism: Mechanism
    needs: Mapping[str, Need]
    profile: Profile
    asking: Asking
    within: Limit | None

    def line(self, references: References) -> Line:
        """Whom the references name, those of an earlier one first, unconfirmed after confirmed."""
        now: list[Turn] = []
        later: list[Turn] = []
        is_gap = bool(bodies_of(references))
        for reference in references:
            need = need_of(reference, self.needs)
            offers = offers_named(reference, self.mechanism)
            ways = ways_to_help(offers, need, self.profile, self.asking)
            present, coming = in_order(ways, self.profile)
            now += [self._turn(helper, reference) for helper in present]
            later += [self._turn(helper, reference) for helper in coming]
            is_gap = is_gap and not is_met(need, best_until(ways, self.asking.moment + wait(need, self.within)))
        # Sorting keeps the order of equals, so the protocol's own order stands.
        now.sort(key=lambda turn: turn.is_unconfirmed)
        later.sort(key=lambda turn: (turn.is_unconfirmed, turn.opens_at or 0))
        return Line(references, _distinct(now), _distinct(later), is_gap)

    def _turn(self, helper: Helper, reference: Reference) -> Turn:
        begins = self.asking.moment if helper.opens_at is None else helper.opens_at
        minutes = helper.availability.minutes_to_respond
        ends = [] if minutes is None else [begins + minutes]
        if self.within is not None:
            ends.append(self.asking.moment + self.within.minutes)
        return Turn(helper, reference, max(begins, min(ends)) if ends else None)


def _distinct(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Each body once, where it stands first; where a need or an offer is named, each offer once."""
    kept: list[Turn] = []
    seen: set[str] = set()
    for turn in turns:
        offer = turn.helper.offer
        by_offer = turn.reference.kind in (ReferenceKind.NEED, ReferenceKind.OFFER)
        if (offer.key if by_offer else offer.institution.key) not in seen:
            kept.append(turn)
        seen |= {offer.key, offer.institution.key}
    return tuple(kept)


def _minute_of_day(mechanism: Mechanism, moment: int) -> int:
    clock = wall_time(moment, mechanism.municipality.time_zone)
    return clock.hour * MINUTES_IN_HOUR + clock.minute
