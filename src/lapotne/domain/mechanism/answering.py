"""The whole answer to "who can help now": who can, who acts instead where nobody can, and what is worth asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lapotne.domain.mechanism.conditions import Condition, Conditions
from lapotne.domain.mechanism.helping import Helper, HelpNow, able_now, helpers_now, is_met
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.opening import Asking
from lapotne.domain.mechanism.standing import LANGUAGE
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism

CALLED_INSTEAD = ("advice_talk", "receive_report", "decide")
"""Needs whose helpers can carry on where nobody meets the one asked for: who advises, who takes it on, who decides."""

CAN_BE_CALLED = (State.COVERED, State.BY_PHONE, State.DEPENDS)


@dataclass(frozen=True, slots=True)
class Answer:
    """Who can help with a need, and what to do where nobody surely can.

    `instead`: who can act now though they don't meet the need, where nobody surely meets it now.
    `matters`: what about the person can change the answer, each attribute with the conditions set on it.
    """

    help: HelpNow
    instead: tuple[Helper, ...] = ()
    matters: Mapping[str, Conditions] | None = None

    @property
    def meeting_now(self) -> tuple[Helper, ...]:
        """Those who can act now and surely meet the need."""
        return tuple(helper for helper in self.help.now if is_met(self.help.need, helper.state))

    @property
    def meeting_next(self) -> Helper | None:
        """Who surely meets the need next."""
        return next((helper for helper in self.help.later if is_met(self.help.need, helper.state)), None)


def answer(
    mechanism: Mechanism, need: Need, profile: Profile, asking: Asking, others: Sequence[Need], caller: frozenset[str]
) -> Answer:
    """The answer for a need, a profile and a moment.

    `others`: the needs of CALLED_INSTEAD. `caller`: languages that whoever calls speaks, for when nothing
    is known of the person's own.
    """
    found = helpers_now(mechanism, need, profile, asking.moment, asking.open_at, asking.asked_on, staff=asking.staff)
    bare = Answer(found, matters=matters(need, mechanism.offers))
    if bare.meeting_now or not found.is_asked:
        return bare
    calling = replace(profile, facts={LANGUAGE: caller, **profile.facts}) if caller else profile
    ready = [able_now(mechanism, other, calling, asking) for other in others if other.key != need.key]
    return replace(bare, instead=_instead(ready, found.now))


def matters(need: Need, offers: Iterable[Offer]) -> dict[str, Conditions]:
    """What about a person can change who helps: attributes on which the need or an offer sets a condition."""
    found: dict[str, dict[Condition, None]] = {}
    for condition in (*need.applies_to, *(one for offer in offers for one in _conditions(need, offer))):
        # Where nobody said whom they take, only the institution can tell, not the person.
        if condition.allowed is not None:
            found.setdefault(condition.attribute, {})[condition] = None
    return {attribute: tuple(conditions) for attribute, conditions in found.items()}


def _conditions(need: Need, offer: Offer) -> Conditions:
    if need.key not in offer.meets or not offer.serves:
        return ()
    places = tuple(condition for kind in offer.places for condition in kind.conditions)
    language = (Condition(LANGUAGE, offer.languages),) if need.in_language else ()
    return (*offer.eligibility, *places, *language)


def _instead(ready: Iterable[Sequence[Helper]], named: Iterable[Helper]) -> tuple[Helper, ...]:
    """The first of each list, then the others; who can surely be called first, with least to ask; each body once."""
    lists = [[helper for helper in helpers if _is_of_use(helper)] for helpers in ready]
    ordered = [helpers[0] for helpers in lists if helpers] + [helper for helpers in lists for helper in helpers[1:]]
    ordered.sort(key=lambda helper: (helper.state not in CAN_BE_CALLED, len(helper.standing.ask)))
    kept: dict[str, Helper] = {}
    seen = {helper.institution.key for helper in named if not helper.is_unconfirmed}
    for helper in ordered:
        if helper.institution.key not in seen:
            kept.setdefault(helper.institution.key, helper)
    return tuple(kept.values())


def _is_of_use(helper: Helper) -> bool:
    """Whether they can be reached at all: somebody without a public contact can't be called instead."""
    return bool(helper.contacts) and helper.state is not State.TOO_FAR
