"""Tables for spreadsheets: what a municipality's services say, and the hours that nobody covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lapotne.adapters.csv_text import Row, csv_text
from lapotne.adapters.publication import public_contacts, public_town, tellable_offers
from lapotne.adapters.wording import Wording
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.gaps import Gap, gaps_of
from lapotne.domain.mechanism.offers import Availability, Confirmation, Offer
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import wall_time

OFFERS_HEADER = (
    *("municipality", "institution_key", "institution", "type", "level", "offer_key", "kind", "name", "what"),
    *("meets", "serves", "place", "languages", "eligibility", "places", "payer", "contacts", "source", "layer"),
    *("availability", "mode", "hours", "on_holidays", "minutes_to_respond", "confirmed_on", "confirmed_by", "due"),
)
_STATES = [state for state in State if state is not State.COVERED]
GAPS_HEADER = (
    *("municipality", "need_key", "need", "profile_key", "profile", "from", "to", "minutes"),
    *(f"minutes_{state.name.lower()}" for state in _STATES),
)


def offers_csv(mechanisms: Iterable[Mechanism], wording: Wording) -> str:
    """Every offer with each of its availabilities on a line; contacts for staff and confidential places left out."""
    return csv_text(OFFERS_HEADER, (row for mechanism in mechanisms for row in _offer_rows(mechanism, wording)))


def gaps_csv(towns: Iterable[TownCoverage], wording: Wording) -> str:
    """Every gap on a line: its need, its profile, its local times and how long each state lasts in it."""
    return csv_text(GAPS_HEADER, (row for town in towns for row in _gap_rows(town, wording)))


def _offer_rows(mechanism: Mechanism, wording: Wording) -> Iterator[Row]:
    for offer in tellable_offers(mechanism):
        about = (mechanism.municipality.key, *_about(offer, wording))
        for availability in offer.availabilities or (None,):
            yield (*about, *_times(availability))


def _about(offer: Offer, wording: Wording) -> Row:
    institution = offer.institution
    needs = [wording.need(key) for key in sorted(offer.meets)]
    return (
        *(institution.key, wording.name(institution.names, institution.key), institution.type, institution.level.value),
        *(offer.key, offer.kind.value, wording.name(offer.names), wording.name(offer.what), "; ".join(needs)),
        "yes" if offer.serves else "no",
        public_town(offer),
        " ".join(sorted(offer.languages or ())),
        wording.conditions(offer.eligibility),
        "; ".join(_places(places.count, wording.conditions(places.conditions)) for places in offer.places),
        offer.payer,
        "; ".join(contact.value for contact in public_contacts(offer.contacts)),
        *(offer.source, offer.layer),
    )


def _places(count: int | None, conditions: str) -> str:
    number = "?" if count is None else str(count)
    return f"{number} ({conditions})" if conditions else number


def _times(availability: Availability | None) -> Row:
    if availability is None:
        return ("",) * 8
    confirmation = availability.confirmation
    return (
        *(availability.key, availability.mode.value, availability.hours, availability.on_holidays or ""),
        availability.minutes_to_respond,
        *_confirmed(confirmation),
    )


def _confirmed(confirmation: Confirmation | None) -> Row:
    if confirmation is None:
        return "", "", ""
    return confirmation.on.isoformat(), confirmation.by or confirmation.source, confirmation.due or ""


def _gap_rows(town: TownCoverage, wording: Wording) -> Iterator[Row]:
    """Profiles that are answered alike share their gaps, whose times are written once."""
    key, zone = town.mechanism.municipality.key, town.mechanism.municipality.time_zone
    written: dict[int, list[Row]] = {}
    for need, profile, cell in town.each():
        about = (key, need.key, wording.name(need.names, need.key))
        of_whom = (profile.key, wording.name(profile.names, profile.key))
        if id(cell) not in written:
            written[id(cell)] = [_when(gap, zone) for gap in gaps_of(cell, town.period)]
        yield from ((*about, *of_whom, *when) for when in written[id(cell)])


def _when(gap: Gap, zone: str) -> Row:
    return (
        *(wall_time(minute, zone).isoformat(timespec="minutes") for minute in (gap.span.start, gap.span.end)),
        gap.span.minutes,
        *(gap.minutes_by_state.get(state, 0) for state in _STATES),
    )
