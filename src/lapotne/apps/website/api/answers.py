"""An answer as plain values: public contacts only, and no place that must stay secret."""

from datetime import datetime

from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.mechanism.answering import Answer
from lapotne.domain.mechanism.helping import Helper
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import wall_time

EMERGENCY = "112"


def answer_out(answer: Answer, mechanism: Mechanism, minute: int) -> dict[str, object]:
    found, zone = answer.help, mechanism.municipality.time_zone
    return {
        "municipality": mechanism.municipality.key,
        "need": found.need.key,
        "at": wall_time(minute, zone),
        "emergency": EMERGENCY,
        "state": found.state.name.lower(),
        "is_gap": found.is_gap,
        "applies": found.is_asked,
        "now": [_helper(helper, zone) for helper in found.now],
        "instead": [_helper(helper, zone) for helper in answer.instead],
        "later": [_helper(helper, zone) for helper in found.later],
        "facts_that_matter": sorted(answer.matters or {}),
    }


def _helper(helper: Helper, zone: str) -> dict[str, object]:
    offer, availability = helper.offer, helper.availability
    confirmation = availability.confirmation
    return {
        "institution": _institution(offer),
        "institution_type": offer.institution.type,
        "level": offer.institution.level.value,
        "service": dict(offer.names),
        "what": dict(offer.what),
        "state": helper.state.name.lower(),
        "mode": availability.mode.value,
        "opens_at": _moment(helper.opens_at, zone),
        "until": _moment(helper.until, zone),
        "minutes_to_respond": availability.minutes_to_respond,
        "languages": None if helper.languages is None else sorted(helper.languages),
        "confirmed_on": confirmation.on if confirmation else None,
        "kilometres": None if offer.confidential else offer.kilometres,
        "ask_person": list(helper.standing.ask),
        "ask_institution": list(helper.standing.ask_offer),
        "contacts": [
            {"kind": one.kind, "value": one.value, "note": dict(one.note)}
            for one in helper.contacts
            if not one.staff_only
        ],
    }


def _institution(offer: Offer) -> dict[str, str]:
    if offer.institution.names:
        return dict(offer.institution.names)
    kind = reference().institution_types.get(offer.institution.type)
    return dict(kind.names) if kind else {}


def _moment(minute: int | None, zone: str) -> datetime | None:
    return None if minute is None else wall_time(minute, zone)
