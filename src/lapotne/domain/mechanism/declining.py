"""Who has the means to meet a need but can't act for this person at this time, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapotne.domain.mechanism.helping import HelpNow
from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.standing import standing
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.verdict import Answer, Reason

CLOSED = Reason("hours", Answer.NO, "open", "closed")


@dataclass(frozen=True, slots=True)
class Declined:
    """An offer that is out, with everything that stands in the way."""

    offer: Offer
    reasons: tuple[Reason, ...]


def declining(mechanism: Mechanism, found: HelpNow, profile: Profile, asked_on: date) -> tuple[Declined, ...]:
    """The offers that meet the need for others, but are neither among who can act now nor among who can later."""
    helping = {helper.offer.key for helper in (*found.now, *found.later)}
    return tuple(
        Declined(offer, _reasons(offer, found, profile, asked_on))
        for offer in mechanism.offers
        if found.need.key in offer.meets and offer.key not in helping
    )


def _reasons(offer: Offer, found: HelpNow, profile: Profile, asked_on: date) -> tuple[Reason, ...]:
    """Why no availability counts; one that would, but doesn't open within the fortnight looked at, is closed."""
    reasons: dict[Reason, None] = {}
    for availability in offer.availabilities:
        stands = standing(offer, availability, found.need, profile, asked_on)
        reasons |= dict.fromkeys(stands.reasons if stands.is_out else (CLOSED,))
    return tuple(reasons) or (CLOSED,)
