"""Judges entitlements for one person's facts on a day: yes, no or unknown, with everything a reader must be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.clock_rules import ClockRule
from lapotne.domain.entitlements.conditions import Condition, Context, Ground, Judged, joined, judge, other_fact
from lapotne.domain.entitlements.counting import last_days
from lapotne.domain.entitlements.dating import Standing
from lapotne.domain.entitlements.facts import ContradictionError, Facts
from lapotne.domain.entitlements.merging import merge
from lapotne.domain.entitlements.opening import Opening, what_opens
from lapotne.domain.entitlements.rulebook import Amount, Entitlement, OpenQuestion, Parameter, Rulebook, Value, Version
from lapotne.domain.entitlements.times import facts_of_time, limited_by, time_left, to_make_sure
from lapotne.domain.verdict import Answer, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule that stands, or may stand, on the day, and what it comes to for the person."""

    version: Version
    judged: Judged
    sure: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter that says what is given, as it stands on the day."""

    parameter: str
    standing: Standing[Value]

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts that may hold, each once."""
        contents = (value.content for value in self.standing.readings)
        return tuple(dict.fromkeys(content for content in contents if isinstance(content, Amount)))

    @property
    def is_open(self) -> bool:
        """Whether it may also be something that no source says."""
        return self.standing.gap or any(isinstance(value.content, OpenQuestion) for value in self.standing.readings)


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one entitlement for one person on one day.

    `ask` names the facts that may still settle it; `questions` the open questions of law, keys of the rulebook or of
    SAID_BY_DAYS; `parameters` say what it gives; `opens` what would have to be so, beside a no, and `barred` what can't
    change where nothing opens it; `first_stated` the first rule known after a gap. `make_sure` names facts that nobody
    has told and that could undo a yes: whether its time has begun before.
    """

    entitlement: Entitlement
    day: date
    answer: Answer
    readings: tuple[Reading, ...]
    grounds: tuple[Ground, ...]
    ask: tuple[str, ...]
    questions: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    opens: Condition | None = None
    barred: tuple[Ground, ...] = ()
    first_stated: Reading | None = None
    make_sure: tuple[str, ...] = ()

    @property
    def gives(self) -> tuple[Given, ...]:
        """What it gives, as that stands on the day."""
        return tuple(Given(one.key, one.on(self.day)) for one in self.parameters)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The facts that the answer rests on."""
        found = (fact for ground in self.grounds for fact in (ground.leaf.fact, other_fact(ground.leaf.test)))
        return tuple(dict.fromkeys(fact for fact in found if fact))

    @property
    def verdict(self) -> Verdict:
        """The same in the words that all verdicts share."""
        reasons = (
            Reason(ground.leaf.fact, ground.answer, str(ground.leaf.test), str(ground.found)) for ground in self.grounds
        )
        return Verdict(self.answer, tuple(reasons), self.ask)

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of the sources of the rules that may stand."""
        return tuple(dict.fromkeys(key for reading in self.readings for key in reading.version.sources))


def find(rulebook: Rulebook, facts: Facts, day: date) -> tuple[Finding, ...]:
    """Every entitlement of a rulebook for a person on a day; ContradictionError where the facts can't all be true."""
    refuse_contradictions(rulebook, facts, day)
    return find_unrefused(rulebook, facts, day)


def find_unrefused(rulebook: Rulebook, facts: Facts, day: date) -> tuple[Finding, ...]:
    """The same for facts of which it is known that they can all be true."""
    return tuple(judge_entitlement(rulebook, entitlement, facts, day) for entitlement in rulebook.entitlements.values())


def refuse_contradictions(rulebook: Rulebook, facts: Facts, day: date) -> None:
    """Raise ContradictionError naming all facts that can't be true together."""
    judged = [(found.says, judge(found.when, facts, Context(day))) for found in rulebook.impossible]
    broken = [(says, found.grounds) for says, found in judged if found.answer is Answer.YES]
    if broken:
        leaves = (ground.leaf for _, grounds in broken for ground in grounds)
        concerned = dict.fromkeys(fact for leaf in leaves for fact in (leaf.fact, other_fact(leaf.test)) if fact)
        raise ContradictionError(tuple(says for says, _ in broken), tuple(concerned))


def is_contradicted(rulebook: Rulebook, facts: Facts, day: date) -> bool:
    """Whether the facts can't all be true, without saying which."""
    context = Context(day)
    return any(judge(found.when, facts, context).answer is Answer.YES for found in rulebook.impossible)


def judging(rulebook: Rulebook, entitlement: Entitlement, day: date) -> Callable[[Facts], Judged]:
    """What an entitlement's rules of a day say of facts, for whoever tries many: the answer and what to ask alone."""
    stands, context = entitlement.on(day), context_of(rulebook, entitlement, day)

    def judged(facts: Facts) -> Judged:
        merged = merge([judge(version.when, facts, context) for version in stands.readings], gap=stands.gap)
        return merged if stands.gap else _in_time(merged, _times(rulebook, entitlement, facts, day))

    return judged


def judge_entitlement(rulebook: Rulebook, entitlement: Entitlement, facts: Facts, day: date) -> Finding:
    """One entitlement; the facts are taken as free of contradiction."""
    stands, context = entitlement.on(day), context_of(rulebook, entitlement, day)
    readings = tuple(
        Reading(version, judge(version.when, facts, context), version in stands.sure) for version in stands.readings
    )
    by_rule = merge([reading.judged for reading in readings], gap=stands.gap)
    times = () if stands.gap else _times(rulebook, entitlement, facts, day)
    merged = _in_time(by_rule, times)
    # Nothing opens a time that has run out and isn't given twice.
    way = _opening(readings, facts, context, rulebook) if by_rule.answer is Answer.NO else Opening(None, merged.grounds)
    opening = way if merged.answer is Answer.NO else Opening(None)
    return Finding(
        entitlement,
        day,
        merged.answer,
        readings,
        merged.grounds,
        merged.ask,
        merged.questions,
        parameters=tuple([rulebook.parameters[key] for key in entitlement.gives]),
        opens=opening.needed,
        barred=opening.barred,
        first_stated=_first_stated(stands, facts, context),
        make_sure=to_make_sure(rulebook, entitlement, facts, day) if merged.answer is Answer.YES else (),
    )


def _first_stated(stands: Standing[Version], facts: Facts, context: Context) -> Reading | None:
    if not stands.gap or stands.later is None:
        return None
    return Reading(stands.later, judge(stands.later.when, facts, context), sure=False)


def _times(rulebook: Rulebook, entitlement: Entitlement, facts: Facts, day: date) -> tuple[Judged, ...]:
    """What is told of the time that it gives, as far as that may have run out."""
    rule = limited_by(rulebook, entitlement)
    told = (
        (time_left(rulebook, entitlement, fact, facts.get(fact), day) for fact in facts_of_time(rule)) if rule else ()
    )
    return tuple(found for found in told if found is not None)


def _in_time(by_rule: Judged, times: tuple[Judged, ...]) -> Judged:
    """A rule's answer, which is no yes once the time that it gives has run out."""
    if not times or by_rule.answer is Answer.NO:
        return by_rule
    return joined([by_rule, *times], deciding=Answer.NO)


def _opening(readings: tuple[Reading, ...], facts: Facts, context: Context, rulebook: Rulebook) -> Opening:
    """By the latest rule that something can still open, else by the latest."""
    ways = [what_opens(reading.version.when, facts, context, rulebook.facts) for reading in reversed(readings)]
    return next((way for way in ways if way.needed), ways[0])


def context_of(rulebook: Rulebook, entitlement: Entitlement, day: date) -> Context:
    """What comparisons need: the day, and the rulebook's times counted as the entitlement's clock counts."""
    rule = entitlement.clock or ClockRule("")

    def lasts(parameter: str, start: date) -> tuple[date, ...]:
        time = Given(parameter, rulebook.parameters[parameter].on(day))
        return () if time.is_open else last_days(start, time.amounts, rule)

    return Context(day, lasts)
