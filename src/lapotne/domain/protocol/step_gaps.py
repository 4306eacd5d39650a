"""The gaps of a step: maximal spans in which nobody can act, or nobody can decide, for a profile."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.mechanism.states import State
from lapotne.domain.protocol.acting import lines_of
from lapotne.domain.protocol.applying import StepInCase
from lapotne.domain.protocol.cases import Cases
from lapotne.domain.protocol.presence import Presence
from lapotne.domain.protocol.references import bodies_of
from lapotne.domain.protocol.steps import References
from lapotne.domain.protocol.timeline import Stretch, cut_to, unmet, worst_over


class Part(StrEnum):
    """What of a step is meant: acting or deciding."""

    ACTS = "acts"
    DECIDES = "decides"


@dataclass(frozen=True, slots=True)
class StepGap:
    """A maximal span of UTC minutes, end excluded, in which nobody can take a step for a profile.

    `missing`: the lists of whom nobody can. `minutes`: how long each state lasts.
    """

    step: str
    part: Part
    profile: str
    start: int
    end: int
    missing: tuple[References, ...]
    minutes: Mapping[State, int]


def parts_of(case: StepInCase) -> Iterator[tuple[Part, list[References]]]:
    """The lists of whom must be reached to act, and of whom to decide; none where the step isn't for them."""
    if not case.applies:
        return
    yield Part.ACTS, lines_of(case)
    deciding = bodies_of(case.step.decides)
    if deciding:
        yield Part.DECIDES, [deciding]


def gaps_of(profile: Profile, cases: Cases, presence: Presence) -> Iterator[StepGap]:
    """The gaps of one step, given as its cases over the period, first of acting and then of deciding."""
    for part in Part:
        whole: list[Stretch] = []
        lines: list[_Line] = []
        for case, spans in cases:
            timelines = _timelines(part, case, presence)
            lines += [_Line(references, cut_to(timeline, spans)) for references, timeline in timelines]
            whole += cut_to(worst_over([timeline for _, timeline in timelines]), spans)
        for run in unmet(sorted(whole, key=lambda stretch: stretch.start)):
            start, end = run[0].start, run[-1].end
            missing = dict.fromkeys(line.references for line in lines if line.is_missing_in(start, end))
            step = cases[0][0].step.key
            yield StepGap(step, part, profile.key, start, end, tuple(missing), _by_state(run))


def _timelines(part: Part, case: StepInCase, presence: Presence) -> list[tuple[References, list[Stretch]]]:
    return [
        (references, presence.of(references, case.step.within, case.profile))
        for found, lists in parts_of(case)
        for references in lists
        if found is part
    ]


class _Line:
    """A list that must be reached, and when nobody on it can act."""

    def __init__(self, references: References, stretches: list[Stretch]) -> None:
        self.references = references
        self.missing = [stretch for stretch in stretches if not stretch.is_met]
        self.starts = [stretch.start for stretch in self.missing]

    def is_missing_in(self, start: int, end: int) -> bool:
        """Whether some minute of [start, end) is missing."""
        at = bisect_right(self.starts, end - 1) - 1
        return at >= 0 and self.missing[at].end > start


def _by_state(run: Iterable[Stretch]) -> dict[State, int]:
    minutes: dict[State, int] = {}
    for stretch in run:
        minutes[stretch.state] = minutes.get(stretch.state, 0) + stretch.end - stretch.start
    return minutes
