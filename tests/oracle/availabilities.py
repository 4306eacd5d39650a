"""How far one availability helps by rules 7 to 12 of docs/coverage.md: the first that applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from lapotne.domain.mechanism.conditions import AgeRange, Condition, Fact
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Offer
from lapotne.domain.mechanism.states import Mode, State

YES, NO, UNKNOWN = "yes", "no", "unknown"
OLDEST = 150
"""Years; nobody is older, so ages can be counted one by one."""


def state_of_availability(
    offer: Offer, availability: Availability, need: Need, profile: Profile, hours: str, asked_on: date
) -> State:
    """Judge it while the hours say 'open', 'unknown' or 'closed'; out is State.NOBODY."""
    eligible = eligibility(offer, need, profile)
    place = place_for(offer, profile)
    if hours == "closed" or not offer.serves or NO in (eligible, place):
        return State.NOBODY
    unconfirmed = not is_confirmed(availability.confirmation, asked_on)
    if hours == "unknown" or unconfirmed or lacks_a_number(offer, availability, need):
        return State.UNCONFIRMED
    if UNKNOWN in (eligible, place):
        return State.DEPENDS
    if is_too_far_or_slow(offer, availability, need):
        return State.TOO_FAR
    if availability.mode in (Mode.PHONE, Mode.REMOTE, Mode.ON_CALL):
        return State.BY_PHONE
    return State.COVERED


def eligibility(offer: Offer, need: Need, profile: Profile) -> str:
    """Whether the profile is admitted, its language included where the need is met in a language only."""
    answers = [answer_of(condition, profile.facts) for condition in offer.eligibility]
    if need.in_language:
        answers.append(answer_of(Condition("languages", offer.languages), profile.facts))
    return _all(answers)


def place_for(offer: Offer, profile: Profile) -> str:
    """Whether some kind of place fits and has a number above zero; yes where places aren't asked."""
    if not offer.places:
        return YES
    answers = []
    for kind in offer.places:
        fits = answer_of_all(kind.conditions, profile.facts)
        if kind.count == 0 or fits == NO:
            answers.append(NO)
        elif fits == YES and kind.count is not None:
            answers.append(YES)
        else:
            answers.append(UNKNOWN)
    if YES in answers:
        return YES
    return UNKNOWN if UNKNOWN in answers else NO


def is_confirmed(confirmation: Confirmation | None, asked_on: date) -> bool:
    """Whether somebody said so, and it isn't overdue on the day of asking."""
    if confirmation is None:
        return False
    if confirmation.due is not None:
        return asked_on <= confirmation.due
    if confirmation.source:
        said = confirmation.on
        # Asked on 28 February a year after a 29 February it still holds, on 1 March no longer.
        last_day = (said.year + 1, said.month, 28 if (said.month, said.day) == (2, 29) else said.day)
        return (asked_on.year, asked_on.month, asked_on.day) <= last_day
    return True


def lacks_a_number(offer: Offer, availability: Availability, need: Need) -> bool:
    """Whether the need's tolerance asks for kilometres or minutes that nobody gave."""
    if kilometres_matter(availability, need) and offer.kilometres is None:
        return True
    return need.minutes is not None and availability.minutes_to_respond is None


def is_too_far_or_slow(offer: Offer, availability: Availability, need: Need) -> bool:
    """Whether kilometres or minutes go beyond what the need tolerates; equal is within."""
    too_far = (
        kilometres_matter(availability, need)
        and need.kilometres is not None
        and offer.kilometres is not None
        and offer.kilometres > need.kilometres
    )
    too_slow = (
        need.minutes is not None
        and availability.minutes_to_respond is not None
        and availability.minutes_to_respond > need.minutes
    )
    return too_far or too_slow


def kilometres_matter(availability: Availability, need: Need) -> bool:
    """Whether the need asks for kilometres, and they hold for this mode."""
    return need.kilometres is not None and availability.mode in (Mode.IN_PERSON, Mode.ON_CALL)


def answer_of_all(conditions: Iterable[Condition], facts: Mapping[str, Fact]) -> str:
    """One no is no; else one unknown is unknown; no condition at all is yes."""
    return _all([answer_of(condition, facts) for condition in conditions])


def answer_of(condition: Condition, facts: Mapping[str, Fact]) -> str:
    """Whether a fact meets a condition; unknown where either was never said, or an age may go either way."""
    allowed, fact = condition.allowed, facts.get(condition.attribute)
    if allowed is None or fact is None:
        return UNKNOWN
    if isinstance(allowed, AgeRange):
        if not isinstance(fact, AgeRange):
            return UNKNOWN
        admitted = [age in _ages(allowed) for age in _ages(fact)]
        if all(admitted):
            return YES
        return UNKNOWN if any(admitted) else NO
    if isinstance(fact, frozenset):
        return YES if any(one in allowed for one in fact) else NO
    return YES if fact in allowed else NO


def _ages(ages: AgeRange) -> range:
    return range(ages.start, OLDEST + 1 if ages.below is None else ages.below)


def _all(answers: list[str]) -> str:
    if NO in answers:
        return NO
    return UNKNOWN if UNKNOWN in answers else YES
