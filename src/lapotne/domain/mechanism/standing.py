"""How one availability stands for a need and a profile: coverage.md rules 7 to 12, the first that applies.

Hours stay outside: `standing` answers for open hours, `at_hours` adds what the hours say of a minute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lapotne.domain.mechanism.conditions import Condition, Conditions, Fact
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Offer, Places
from lapotne.domain.mechanism.opening import OpenState
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.verdict import Answer, Reason, Verdict, all_of

LANGUAGE = "languages"
"""The attribute of a profile that holds the languages a person speaks."""

ADMITTED = Verdict(Answer.YES)
OUTSIDE_THE_AREA = Verdict(Answer.NO, (Reason("area", Answer.NO, "", ""),))
NO_PLACE = Verdict(Answer.NO, (Reason("places", Answer.NO, "1+", "0"),))
NUMBER_UNSAID = Verdict(Answer.UNKNOWN, (Reason("places", Answer.UNKNOWN, "", ""),), ("places",))
BY_PHONE = {mode: (Reason("mode", Answer.NO, Mode.IN_PERSON, mode),) for mode in Mode}


@dataclass(frozen=True, slots=True)
class Standing:
    """What an availability is worth while open: None is out, else the state with what settled it.

    `ask`: attributes of the person that would settle what is unknown.
    `ask_offer`: what the institution hasn't said: an attribute, places, languages, hours, a number.
    """

    state: State | None
    reasons: tuple[Reason, ...] = ()
    ask: tuple[str, ...] = ()
    ask_offer: tuple[str, ...] = ()

    @property
    def is_out(self) -> bool:
        """Whether this availability can't help this profile at all."""
        return self.state is None


COVERED = Standing(State.COVERED)


def standing(offer: Offer, availability: Availability, need: Need, profile: Profile, asked_on: date) -> Standing:
    """How an availability stands while its hours say open; confirmations are judged on `asked_on`."""
    admitted = admission(offer, need, profile)
    if admitted.answer is Answer.NO:
        return Standing(None, admitted.reasons)
    ask, ask_offer = _questions(admitted) if admitted.reasons else ((), ())
    state = worth(offer, availability, need, confirmed=is_confirmed(availability, asked_on))
    if state is State.UNCONFIRMED:
        missing = _unconfirmed_because(offer, availability, need, asked_on)
        return Standing(state, missing, ask, ask_offer + tuple(reason.attribute for reason in missing))
    if admitted.answer is Answer.UNKNOWN:
        return Standing(State.DEPENDS, admitted.reasons, ask, ask_offer)
    if state is State.TOO_FAR:
        return Standing(state, _beyond_because(offer, availability, need))
    return COVERED if state is State.COVERED else Standing(state, BY_PHONE[availability.mode])


def is_confirmed(availability: Availability, asked_on: date) -> bool:
    """Whether somebody's word or a source stands behind the hours on that day (rule 8)."""
    return availability.confirmation is not None and availability.confirmation.is_valid_on(asked_on)


def worth(offer: Offer, availability: Availability, need: Need, *, confirmed: bool) -> State:
    """What open hours are worth to whoever is surely admitted (rules 8 and 10 to 12); asked a million times."""
    mode, is_beyond = availability.mode, False
    if not confirmed:
        return State.UNCONFIRMED
    if need.kilometres is not None and mode.is_travelled_to:
        if offer.kilometres is None:
            return State.UNCONFIRMED
        is_beyond = offer.kilometres > need.kilometres
    if need.minutes is not None:
        if availability.minutes_to_respond is None:
            return State.UNCONFIRMED
        is_beyond = is_beyond or availability.minutes_to_respond > need.minutes
    if is_beyond:
        return State.TOO_FAR
    return State.COVERED if mode is Mode.IN_PERSON else State.BY_PHONE


def at_hours(open_standing: Standing, hours: OpenState) -> Standing:
    """The standing at a minute: closed is out, unknown hours leave whoever isn't out unconfirmed (rule 8)."""
    if open_standing.state is None or hours is OpenState.OPEN:
        return open_standing
    if hours is OpenState.CLOSED:
        return Standing(None, (Reason("hours", Answer.NO, OpenState.OPEN, OpenState.CLOSED),))
    unsaid = Reason("hours", Answer.UNKNOWN, OpenState.OPEN, "")
    kept = open_standing.reasons if open_standing.state is State.UNCONFIRMED else ()
    return replace(
        open_standing,
        state=State.UNCONFIRMED,
        reasons=(unsaid, *kept),
        ask_offer=(*open_standing.ask_offer, "hours"),
    )


def admission(offer: Offer, need: Need, profile: Profile) -> Verdict:
    """Whether the offer takes this profile for this need: area, eligibility, places and language.

    One no is no, whatever else is unknown (rule 7); no condition at all admits everybody.
    The reasons are those that stand in the way; a yes has none.
    """
    if not offer.serves:
        return OUTSIDE_THE_AREA
    facts = profile.facts
    conditions = offer.eligibility
    if need.in_language:
        conditions = (*conditions, Condition(LANGUAGE, offer.languages))
    admitted = _judged(conditions, facts)
    if not offer.places or admitted.answer is Answer.NO:
        return admitted
    placed = place_for(offer.places, facts)
    if placed is ADMITTED or admitted is ADMITTED:
        return admitted if placed is ADMITTED else placed
    return all_of((*admitted.reasons, *placed.reasons))


def place_for(places: tuple[Places, ...], facts: Mapping[str, Fact]) -> Verdict:
    """Whether some kind of place fits and isn't empty: any kind that fits will do (rule 7)."""
    against: dict[Answer, dict[Reason, None]] = {Answer.UNKNOWN: {}, Answer.NO: {}}
    for kind in places:
        verdict = _place_of_kind(kind, facts)
        if verdict is ADMITTED:
            return ADMITTED
        against[verdict.answer].update(dict.fromkeys(verdict.reasons))
    return all_of(against[Answer.UNKNOWN] or against[Answer.NO])


def _place_of_kind(kind: Places, facts: Mapping[str, Fact]) -> Verdict:
    if kind.count == 0:
        return NO_PLACE
    fits = _judged(kind.conditions, facts)
    if kind.count is not None or fits.answer is Answer.NO:
        return fits
    return all_of((*fits.reasons, *NUMBER_UNSAID.reasons))


def _judged(conditions: Conditions, facts: Mapping[str, Fact]) -> Verdict:
    """As `conditions.judge`, but with words only for what stands in the way: this runs a million times."""
    answers = [condition.judge(facts.get(condition.attribute)) for condition in conditions]
    for answer in (Answer.NO, Answer.UNKNOWN):
        if answer in answers:
            deciding = [condition for condition, found in zip(conditions, answers, strict=True) if found is answer]
            return all_of(condition.reason(facts.get(condition.attribute)) for condition in deciding)
    return ADMITTED


def _unconfirmed_because(offer: Offer, availability: Availability, need: Need, asked_on: date) -> tuple[Reason, ...]:
    """What keeps an open hour unconfirmed (rule 8): no valid confirmation, or a number the need asks for."""
    missing = []
    if not is_confirmed(availability, asked_on):
        found = "" if availability.confirmation is None else str(availability.confirmation.on)
        missing.append(Reason("confirmation", Answer.UNKNOWN, str(asked_on), found))
    if need.kilometres is not None and offer.kilometres is None and availability.mode.is_travelled_to:
        missing.append(Reason("kilometres", Answer.UNKNOWN, _number(need.kilometres), ""))
    if need.minutes is not None and availability.minutes_to_respond is None:
        missing.append(Reason("minutes", Answer.UNKNOWN, _number(need.minutes), ""))
    return tuple(missing)


def _beyond_because(offer: Offer, availability: Availability, need: Need) -> tuple[Reason, ...]:
    """The need's kilometres and minutes that are exceeded; equal is within (rule 10)."""
    beyond = []
    far, slow = offer.kilometres, availability.minutes_to_respond
    if need.kilometres is not None and far is not None and far > need.kilometres and availability.mode.is_travelled_to:
        # The distance to a confidential place would tell its town, so only that it is beyond is said.
        found = "" if offer.confidential else _number(far)
        beyond.append(Reason("kilometres", Answer.NO, _number(need.kilometres), found))
    if need.minutes is not None and slow is not None and slow > need.minutes:
        beyond.append(Reason("minutes", Answer.NO, _number(need.minutes), _number(slow)))
    return tuple(beyond)


def _questions(admitted: Verdict) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to ask the person, and what to ask the institution because it never said whom it takes."""
    unknown = [reason for reason in admitted.reasons if reason.answer is Answer.UNKNOWN]
    person = tuple(dict.fromkeys(reason.attribute for reason in unknown if reason.required))
    institution = tuple(dict.fromkeys(reason.attribute for reason in unknown if not reason.required))
    return person, institution


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
