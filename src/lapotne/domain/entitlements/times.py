"""How long a time lasts for whoever began it on a day, and whether it has run out by another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.clock_rules import ASKED, ClockRule
from lapotne.domain.entitlements.conditions import COUNTING, Ground, Happened, Judged, Leaf, WithinLast
from lapotne.domain.entitlements.counting import TIMES, last_days
from lapotne.domain.entitlements.facts import NEVER, Fact, Facts
from lapotne.domain.entitlements.merging import GAP
from lapotne.domain.entitlements.rulebook import Amount, Entitlement, OpenQuestion, Parameter, Rulebook, Value
from lapotne.domain.verdict import Answer

AGAIN = "given_again"
"""The question of law that is left once a time has run out and no source says whether it is given a second time."""
READ_LATER = "as_read_later"
"""Said of a length that only a later source gives, of a day on which nobody had said anything yet."""


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """The lengths that a parameter gives for a first day; `questions` is what no source says of them."""

    amounts: tuple[Amount, ...]
    questions: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether it may also be a length that no source gives."""
        return any(question != READ_LATER for question in self.questions)


def time_of(parameter: Parameter, day: date) -> TimeGiven:
    """What a parameter gives on a day; where nobody had said anything yet, what was read later, marked."""
    stands = parameter.on(day)
    later = _read_later(parameter) if not stands.readings else None
    contents = [value.content for value in ([later] if later else stands.readings)]
    open_ones = [content.key for content in contents if isinstance(content, OpenQuestion)]
    gap = [READ_LATER] if later else [GAP] if stands.gap else []
    amounts = dict.fromkeys(content for content in contents if isinstance(content, Amount))
    return TimeGiven(tuple(amounts), tuple(dict.fromkeys([*gap, *open_ones])))


def limited_by(rulebook: Rulebook, entitlement: Entitlement) -> ClockRule | None:
    """The clock after which it is over; None where none runs, or where what is given is used up rather than over."""
    rule = entitlement.clock
    if rule is None or not rule.starts or rule.within:
        return None
    contents = (value.content for value in rulebook.parameters[rule.amount].values)
    is_time = any(isinstance(content, Amount) and content.unit in TIMES for content in contents)
    return rule if is_time else None


def time_left(rulebook: Rulebook, entitlement: Entitlement, fact: str, found: Fact | None, day: date) -> Judged | None:
    """What a fact says of the time: None while there is some left, or where the fact says nothing of it.

    Unknown where it may have run out, or has and nobody says whether it is given again; no where a source says not.
    """
    rule = limited_by(rulebook, entitlement)
    if rule is None or found is None or found == NEVER or (isinstance(found, date) and found > day):
        return None
    if fact == rule.over:
        return _run_out(rulebook, rule, Ground(Leaf(fact, Happened()), found, Answer.YES), day)
    return _since(rulebook, rule, found, day) if fact == rule.starts else None


def to_make_sure(rulebook: Rulebook, entitlement: Entitlement, facts: Facts, day: date) -> tuple[str, ...]:
    """What nobody has told and could undo a yes: whether its time has begun before, or is over."""
    rule = limited_by(rulebook, entitlement)
    if rule is None:
        return ()
    begun = facts.get(rule.starts)
    if begun is None:
        return (rule.starts,)
    is_to_come = begun == NEVER or (isinstance(begun, date) and begun > day)
    return () if is_to_come or not rule.over or rule.over in facts else (rule.over,)


def facts_of_time(rule: ClockRule) -> Iterator[str]:
    """The facts that tell of a time."""
    yield from (fact for fact in (rule.starts, rule.over) if fact)


def _since(rulebook: Rulebook, rule: ClockRule, begun: Fact, day: date) -> Judged | None:
    ground = Ground(Leaf(rule.starts, WithinLast(rule.amount)), begun, Answer.NO)
    if not isinstance(begun, date):
        return Judged(Answer.UNKNOWN, (ground,), ask=(rule.starts,), questions=(AGAIN,))
    time = time_of(rulebook.parameters[rule.amount], day if rule.runs_under == ASKED else begun)
    ends = last_days(begun, [amount for amount in time.amounts if amount.unit in TIMES], rule)
    if not ends or (day > ends[-1] and time.is_open):
        return Judged(Answer.UNKNOWN, (ground,), questions=time.questions)
    if day > ends[-1]:
        return _run_out(rulebook, rule, ground, day)
    return None if day <= ends[0] else Judged(Answer.UNKNOWN, (ground,), questions=(COUNTING,))


def _run_out(rulebook: Rulebook, rule: ClockRule, ground: Ground, day: date) -> Judged:
    if rule.again and rulebook.parameters[rule.again].on(day).readings:
        return Judged(Answer.NO, (ground,))
    return Judged(Answer.UNKNOWN, (ground,), questions=(AGAIN,))


def _read_later(parameter: Parameter) -> Value | None:
    """The first value, unless an act's own day says that it began only then."""
    first = parameter.values[0] if parameter.values else None
    if first is None or first.dating.in_force or first.dating.adopted_on or not isinstance(first.content, Amount):
        return None
    return first
