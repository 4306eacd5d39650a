"""What the check of a protocol found, in words: steps that nobody is named for, and hours when nobody can take one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.mechanism.presenters.protocol_names import in_words
from lapotne.apps.mechanism.presenters.words import clock, offers, states
from lapotne.apps.mechanism.presenters.words import patterns as pattern_words
from lapotne.apps.mechanism.queries.protocols import Acting
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.coverage.patterns import patterns
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_WEEK, Span
from lapotne.domain.protocol.checking import Checked, StepError
from lapotne.domain.protocol.references import Reference, ReferenceKind
from lapotne.domain.protocol.step_gaps import Part, StepGap
from lapotne.domain.protocol.steps import References

UNKNOWABLE = (ReferenceKind.OFFER, ReferenceKind.INSTITUTION)
FEW = 3


@dataclass(frozen=True)
class ShownGap:
    """Hours of the week at which nobody can act or decide, for whom, and who is missing."""

    words: str
    when: str
    profiles: tuple[str, ...]
    is_for_all: bool
    missing: str
    state: str
    minutes: int


@dataclass(frozen=True)
class StepFindings:
    errors: tuple[str, ...]
    gaps: tuple[ShownGap, ...]


def finding(checked: Checked, acting: Acting) -> str:
    """The headline: how many steps nobody can surely take at some hour of the week."""
    holed = {gap.step for gap in checked.gaps} | {error.step for error in checked.errors}
    total = len(acting.protocol.steps)
    if not total:
        return _("No protocol is written down for this country yet")
    if not holed:
        return _("Every step can be taken at every hour of the coming week")
    return ngettext(
        "%(count)s of the %(total)s steps can’t surely be taken at every hour",
        "%(count)s of the %(total)s steps can’t surely be taken at every hour",
        len(holed),
    ) % {"count": len(holed), "total": total}


def by_step(checked: Checked, acting: Acting) -> dict[str, StepFindings]:
    """For each step with something wrong what it is, the longest gaps first."""
    found = {}
    for step in acting.protocol.steps:
        errors = tuple(dict.fromkeys(_error(one, acting) for one in checked.errors if one.step == step.key))
        gaps = _gaps([gap for gap in checked.gaps if gap.step == step.key], acting)
        if errors or gaps:
            found[step.key] = StepFindings(errors, tuple(gaps))
    return found


def _error(error: StepError, acting: Acting) -> str:
    if not error.references:
        return _("Nobody is named for this step. Name somebody.")
    words = ", ".join(in_words(one, acting.mechanism) for one in error.references)
    if any(map(_is_misspelt, error.references)):
        return _("The protocol names “%(who)s”, which isn’t there. Correct the name, or add the entry.") % {
            "who": words
        }
    return _("Nobody here is: %(who)s. Add such a body to the mechanism, or name another.") % {"who": words}


def _is_misspelt(found: Reference) -> bool:
    return found.kind in UNKNOWABLE or bool(found.need and found.need not in reference().needs)


def _gaps(gaps: Sequence[StepGap], acting: Acting) -> list[ShownGap]:
    """Gaps alike for several profiles are told once."""
    of_profile: dict[tuple[Part, str], list[StepGap]] = {}
    for gap in gaps:
        of_profile.setdefault((gap.part, gap.profile), []).append(gap)
    alike: dict[tuple[Part, tuple[tuple[int, int], ...]], list[str]] = {}
    shared: dict[tuple[Part, tuple[tuple[int, int], ...]], list[StepGap]] = {}
    for (part, profile), found in of_profile.items():
        spans = tuple((gap.start, gap.end) for gap in found)
        alike.setdefault((part, spans), []).append(profile)
        shared[part, spans] = found
    shown = [_gap(part, shared[part, spans], profiles, acting) for (part, spans), profiles in alike.items()]
    return sorted(shown, key=lambda gap: (-gap.minutes, -len(gap.profiles)))


def _gap(part: Part, gaps: Sequence[StepGap], profiles: Iterable[str], acting: Acting) -> ShownGap:
    known = reference().profiles
    names = tuple(offers.named(known[key].names, key) for key in profiles)
    minutes = sum(gap.end - gap.start for gap in gaps)
    return ShownGap(
        _("nobody can surely act") if part is Part.ACTS else _("nobody can surely decide"),
        _when(gaps, minutes, acting),
        names,
        len(names) == len(known),
        _missing(gaps, acting),
        states.state(_lasting(gaps)),
        minutes,
    )


def _when(gaps: Sequence[StepGap], minutes: int, acting: Acting) -> str:
    if minutes >= MINUTES_IN_WEEK:
        return _("at no hour")
    zone = acting.mechanism.municipality.time_zone
    found = patterns([Span(gap.start, gap.end) for gap in gaps], zone)
    return _("%(when)s (%(hours)s this week)") % {"when": pattern_words.when(found), "hours": clock.hours(minutes)}


def _missing(gaps: Iterable[StepGap], acting: Acting) -> str:
    lines: dict[References, None] = dict.fromkeys(line for gap in gaps for line in gap.missing)
    either = _(" or ")
    return "; ".join(either.join(in_words(one, acting.mechanism) for one in line) for line in lines)


def _lasting(gaps: Iterable[StepGap]) -> State:
    lasting: dict[State, int] = {}
    for gap in gaps:
        _add(lasting, gap.minutes)
    return max(lasting, key=lambda state: (lasting[state], -state))


def _add(lasting: dict[State, int], more: Mapping[State, int]) -> None:
    for state, minutes in more.items():
        lasting[state] = lasting.get(state, 0) + minutes
