"""How a step goes at each hour of a period, where the hour of the day makes a difference."""

from __future__ import annotations

from itertools import pairwise

from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.moments.clock import MINUTES_IN_DAY, Span, clock_spans, offset_at
from lapotne.domain.protocol.applying import StepInCase, step_in_case
from lapotne.domain.protocol.situations import hours_in
from lapotne.domain.protocol.steps import Protocol, Step

type Cases = list[tuple[StepInCase, list[Span]]]
"""Each way in which a step goes, with the spans of UTC minutes in which it goes so, in order."""


def cases_over(protocol: Protocol, step: Step, profile: Profile, period: Span, zone: str) -> Cases:
    """Each way in which the step goes for a profile in a period, by the wall clock of a time zone."""
    found: dict[tuple[object, ...], tuple[StepInCase, list[Span]]] = {}
    by_clock: dict[int, StepInCase] = {}
    for left, right in pairwise(_edges(protocol, step, period, zone)):
        clock = (left + offset_at(left, zone)) % MINUTES_IN_DAY
        case = by_clock.get(clock) or step_in_case(protocol, step, profile, clock)
        by_clock[clock] = case
        way = (case.applies, *(situation.key for situation in case.situations))
        found.setdefault(way, (case, []))[1].append(Span(left, right))
    return list(found.values())


def _edges(protocol: Protocol, step: Step, period: Span, zone: str) -> list[int]:
    """The period's ends, and the minutes at which the wall clock changes how this step goes."""
    hours = _hours(protocol, step)
    edges = {period.start, period.end}
    if not hours:
        return sorted(edges)
    for clock in clock_spans(period.start, period.end, zone):
        edges.add(clock.start)
        for hour in hours:
            first = clock.start + (hour - clock.start - clock.offset) % MINUTES_IN_DAY
            edges.update(range(first, clock.end, MINUTES_IN_DAY))
    return sorted(edges)


def _hours(protocol: Protocol, step: Step) -> frozenset[int]:
    varied = {variant.situation for variant in step.variants}
    matters = [one.when for one in protocol.situations if one.key in varied or one.first]
    if step.when is not None:
        matters.append(step.when)
    return frozenset().union(*(hours_in(when) for when in matters))
