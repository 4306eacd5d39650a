"""A guided way in: the next question, what is certain already, and where it ends; "I don't know" is a full answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.asking import ranked
from lapotne.domain.entitlements.facts import Facts
from lapotne.domain.entitlements.judging import Finding, find
from lapotne.domain.entitlements.rulebook import Rulebook
from lapotne.domain.verdict import Answer


@dataclass(frozen=True, slots=True)
class Interview:
    """Where an interview stands: the next question, and every entitlement sorted by how far it is settled.

    `settled` are yes or no. `open_in_law` no further answer can settle: a named question of law is left. `not_known`
    hangs on what the person asked didn't know. `undecided` is what further questions can still settle.
    """

    next_question: str | None
    settled: tuple[Finding, ...]
    open_in_law: tuple[Finding, ...]
    not_known: tuple[Finding, ...]
    undecided: tuple[Finding, ...]

    @property
    def has_ended(self) -> bool:
        """Whether nothing is left to ask."""
        return self.next_question is None


def interview(
    rulebooks: Sequence[Rulebook], facts: Facts, day: date, not_known: Iterable[str] = (), only: Iterable[str] = ()
) -> Interview:
    """Where an interview stands after the answers so far, in one country or several.

    `not_known` are the questions answered with "I don't know"; `only` narrows it to some kinds of entitlement. A vague
    answer, such as a day that isn't known, is an answer too: no question comes twice. ContradictionError where the
    answers can't all be true.
    """
    passed, kinds = {*not_known, *facts}, set(only)
    found = [(book, one) for book in rulebooks for one in find(book, facts, day)]
    found = [(book, one) for book, one in found if not kinds or one.entitlement.kind in kinds]
    findings = [one for _, one in found]
    # Whether its time has begun before is asked last: it matters only where all else says yes.
    to_ask = [*ranked(found, facts, day), *(fact for one in findings for fact in one.make_sure)]
    asked = [fact for fact in to_ask if fact not in passed]
    unsettled = [one for one in findings if one.answer is Answer.UNKNOWN]
    undecided = tuple(one for one in findings if {*one.ask, *one.make_sure} - passed)
    return Interview(
        asked[0] if asked else None,
        tuple(one for one in findings if one.answer is not Answer.UNKNOWN and one not in undecided),
        tuple(one for one in unsettled if not one.ask),
        tuple(one for one in unsettled if one.ask and one not in undecided),
        undecided,
    )
