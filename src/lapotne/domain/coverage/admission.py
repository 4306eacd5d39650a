"""Whom an offer admits, for all profiles at once: sets of profiles as bit masks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lapotne.domain.mechanism.conditions import Allowed, Condition, Conditions
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Offer, Places
from lapotne.domain.mechanism.standing import LANGUAGE
from lapotne.domain.verdict import Answer


@dataclass(frozen=True, slots=True)
class Admitted:
    """Bit masks over profiles: those admitted, and those of whom nobody can say; the rest is out."""

    yes: int
    unknown: int


type Masks = tuple[int, int]
"""Those surely admitted, and those who may be: the surely admitted and the unknown."""


class Admissions:
    """Judges conditions for a list of profiles; bit i of a mask stands for profile i."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = tuple(profiles)
        self.everybody = (1 << len(self.profiles)) - 1
        self._judged: dict[tuple[str, Allowed], Masks] = {}

    def of_offer(self, offer: Offer, needs: Iterable[Need]) -> list[tuple[Need, Admitted]]:
        """Rules 7 and 9: area, eligibility, places and language; one no is no, one unknown is unknown.

        Needs for which nobody may be admitted are left out.
        """
        if not offer.serves:
            return []
        yes, possible = self._of_all(offer.eligibility)
        if offer.places:
            placed, perhaps = self._of_places(offer.places)
            yes, possible = yes & placed, possible & perhaps
        admitted = Admitted(yes, possible & ~yes)
        spoken, perhaps = self._of_condition(Condition(LANGUAGE, offer.languages))
        speaking = Admitted(yes & spoken, possible & perhaps & ~(yes & spoken))
        masks = [(need, speaking if need.in_language else admitted) for need in needs]
        return [(need, found) for need, found in masks if found.yes | found.unknown]

    def applying(self, need: Need) -> int:
        """The profiles that may have the need (rule 13)."""
        _, possible = self._of_all(need.applies_to)
        return possible

    def _of_all(self, conditions: Conditions) -> Masks:
        """The profiles for whom all conditions hold, and for whom they may."""
        yes = possible = self.everybody
        for condition in conditions:
            surely, perhaps = self._of_condition(condition)
            yes &= surely
            possible &= perhaps
        return yes, possible

    def _of_places(self, places: tuple[Places, ...]) -> Masks:
        """Any kind that fits will do; a count of 0 is none, a count nobody said is unknown."""
        yes = possible = 0
        for kind in places:
            if kind.count == 0:
                continue
            fits, perhaps = self._of_all(kind.conditions)
            possible |= perhaps
            if kind.count is not None:
                yes |= fits
        return yes, possible

    def _of_condition(self, condition: Condition) -> Masks:
        # A tuple of the same is quicker to look up than the condition itself.
        said = condition.attribute, condition.allowed
        found = self._judged.get(said)
        if found is None:
            found = self._judged[said] = self._judge(condition)
        return found

    def _judge(self, condition: Condition) -> Masks:
        yes = possible = 0
        for at, profile in enumerate(self.profiles):
            answer = condition.judge(profile.facts.get(condition.attribute))
            if answer is Answer.YES:
                yes |= 1 << at
            if answer is not Answer.NO:
                possible |= 1 << at
        return yes, possible
