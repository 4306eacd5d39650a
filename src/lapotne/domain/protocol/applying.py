"""A step as it is for one person at one time of day: its variants laid over it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.protocol.situations import AllOf, Note, Situation, judged
from lapotne.domain.protocol.steps import Protocol, References, Step, Variant
from lapotne.domain.verdict import Answer

OVERRIDDEN = ("acts", "decides", "what", "rule", "within", "passes", "reach", "unanswered")


@dataclass(frozen=True, slots=True)
class StepInCase:
    """A step with its variants applied.

    `first`: turned to before the step's own `acts`. `situations`: those that are the case, by precedence.
    `law`: what to show. `ask`: facts that would decide whether something differs. `applies`: for this person.
    `profile`: the person as the step finds them, what it assumes included.
    """

    step: Step
    profile: Profile
    first: References = ()
    situations: tuple[Situation, ...] = ()
    law: tuple[Note, ...] = ()
    ask: tuple[str, ...] = ()
    applies: bool = True


def step_in_case(protocol: Protocol, step: Step, profile: Profile, minute_of_day: int) -> StepInCase:
    """The step for what is known of a person, at a minute of the day on the town's wall clock.

    Of the situations that are the case, the one listed first in the protocol wins, field by field.
    """
    profile = _as_assumed(step, profile)
    facts = profile.facts
    verdicts = [(situation, judged(situation.when, facts, minute_of_day)) for situation in protocol.situations]
    present = tuple(situation for situation, verdict in verdicts if verdict.answer is Answer.YES)
    variants = _variants(step, present)
    own = judged(step.when or AllOf(), facts, minute_of_day)
    matters = {variant.situation for variant in step.variants} | {one.key for one in protocol.situations if one.first}
    ask = [fact for situation, verdict in verdicts if situation.key in matters for fact in verdict.ask]
    return StepInCase(
        step=_overridden(step, variants),
        profile=profile,
        first=_first(present, variants),
        situations=present,
        law=_law(step, present, variants),
        ask=tuple(dict.fromkeys((*own.ask, *ask))),
        applies=own.answer is not Answer.NO,
    )


def _as_assumed(step: Step, profile: Profile) -> Profile:
    """The person by the time of this step; the key tells them from the person before it."""
    if not step.assumes:
        return profile
    return replace(profile, key=f"{profile.key}@{step.key}", facts={**profile.facts, **step.assumes})


def _variants(step: Step, present: tuple[Situation, ...]) -> list[Variant]:
    by_situation = {variant.situation: variant for variant in step.variants}
    return [by_situation[situation.key] for situation in present if situation.key in by_situation]


def _overridden(step: Step, variants: list[Variant]) -> Step:
    changes: dict[str, object] = {}
    for variant in variants:
        for name in OVERRIDDEN:
            said = getattr(variant, name)
            if said is not None:
                changes.setdefault(name, said)
    return replace(step, **changes) if changes else step  # type: ignore[arg-type]  # the fields share their types


def _first(present: tuple[Situation, ...], variants: list[Variant]) -> References:
    lists = [situation.first for situation in present] + [variant.first for variant in variants]
    return tuple(dict.fromkeys(reference for references in lists for reference in references))


def _law(step: Step, present: tuple[Situation, ...], variants: list[Variant]) -> tuple[Note, ...]:
    notes = [note for situation in present for note in situation.law]
    notes += [note for variant in variants for note in variant.law]
    return _distinct((*notes, *step.law))


def _distinct(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    # A note holds a mapping of languages, which can't be hashed.
    return tuple(note for at, note in enumerate(notes) if note not in notes[:at])
