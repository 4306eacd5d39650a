"""A protocol checked like coverage: steps that nobody is named for, and hours at which nobody can take a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.opening import OpenSpans
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import Span
from lapotne.domain.protocol.cases import Cases, cases_over
from lapotne.domain.protocol.naming import offers_named
from lapotne.domain.protocol.presence import Presence
from lapotne.domain.protocol.references import Reference, ReferenceKind
from lapotne.domain.protocol.step_gaps import StepGap, gaps_of, parts_of
from lapotne.domain.protocol.steps import Limit, Protocol, References, Step, Unanswered, Variant


@dataclass(frozen=True, slots=True)
class StepError:
    """Something that makes a step impossible as written; `references` are those it is about."""

    step: str
    message: str
    mend: str
    references: References = ()


@dataclass(frozen=True, slots=True)
class ProposedTime:
    """A time that nobody has decided on yet: of a step, or of its variant in a situation."""

    step: str
    situation: str
    what: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Checked:
    """All that a check found."""

    errors: tuple[StepError, ...] = ()
    gaps: tuple[StepGap, ...] = ()
    proposed: tuple[ProposedTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a protocol is checked on: a town's mechanism, the needs by key, and a period with its openings.

    `period`: UTC minutes. `open_spans` should reach beyond its end by the longest time that a step may take.
    """

    mechanism: Mechanism
    needs: Mapping[str, Need]
    period: Span
    open_spans: OpenSpans
    asked_on: date


def check(protocol: Protocol, profiles: Sequence[Profile], ground: Ground) -> Checked:
    """The errors of a protocol in a town, the gaps of each step for each profile, and the times only proposed."""
    presence = Presence(ground.mechanism, ground.needs, ground.period, ground.open_spans, ground.asked_on)
    zone = ground.mechanism.municipality.time_zone
    errors: dict[StepError, None] = {}
    gaps: list[StepGap] = []
    for step in protocol.steps:
        errors.update(dict.fromkeys(_unknown(step, protocol, ground)))
        for profile in profiles:
            cases = cases_over(protocol, step, profile, ground.period, zone)
            errors.update(dict.fromkeys(_unnamed(step, cases, ground.mechanism)))
            gaps += gaps_of(profile, cases, presence)
    return Checked(tuple(errors), tuple(gaps), tuple(proposed_times(protocol)))


def proposed_times(protocol: Protocol) -> Iterator[ProposedTime]:
    """The times without a source or a decision; none once the protocol is adopted."""
    if protocol.is_adopted:
        return
    for step in protocol.steps:
        yield from _proposed(step.key, "", step.within, step.unanswered)
        for variant in step.variants:
            yield from _proposed(step.key, variant.situation, variant.within, variant.unanswered)


def _proposed(step: str, situation: str, within: Limit | None, unanswered: Unanswered | None) -> Iterator[ProposedTime]:
    if within is not None and within.proposed:
        yield ProposedTime(step, situation, "within", within.minutes)
    if unanswered is not None and unanswered.proposed:
        yield ProposedTime(step, situation, "unanswered", unanswered.after_minutes)


def _unnamed(step: Step, cases: Cases, mechanism: Mechanism) -> Iterator[StepError]:
    for case, _ in cases:
        if not case.step.acts:
            yield StepError(step.key, f"Nobody is named for the step `{step.key}`.", "List whom under `acts`.")
        for part, lines in parts_of(case):
            for references in lines:
                if not any(offers_named(reference, mechanism) for reference in references):
                    written = ", ".join(map(str, references))
                    message = f"`{written}` names nobody here, so nobody {part} in the step `{step.key}`."
                    mend = f"Add such an offer to the mechanism, or name others under `{part}`."
                    yield StepError(step.key, message, mend, references)


def _unknown(step: Step, protocol: Protocol, ground: Ground) -> Iterator[StepError]:
    offers = {offer.key for offer in ground.mechanism.offers}
    known: dict[ReferenceKind, Iterable[str]] = {
        ReferenceKind.OFFER: offers,
        ReferenceKind.INSTITUTION: ground.mechanism.institutions,
    }
    for reference in _all_references(step, protocol):
        if reference.kind in known and reference.name not in known[reference.kind]:
            message = f"`{reference}` stands in the step `{step.key}`, but there is no such {reference.kind}."
            yield StepError(step.key, message, "Correct the key, or add the entry.", (reference,))
        if reference.need and reference.need not in ground.needs:
            message = f"`{reference}` stands in the step `{step.key}`, but no need is called so."
            yield StepError(step.key, message, "Use a key of reference/needs.yaml.", (reference,))


def _all_references(step: Step, protocol: Protocol) -> Iterator[Reference]:
    for situation in protocol.situations:
        yield from situation.first
    parts: tuple[Step | Variant, ...] = (step, *step.variants)
    for part in parts:
        yield from (*(part.acts or ()), *(part.decides or ()))
        yield from part.unanswered.then if part.unanswered else ()
        for passed in part.passes or ():
            yield from passed.to
    for variant in step.variants:
        yield from variant.first
