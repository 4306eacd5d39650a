"""An invented town for the protocol's tests: who is there by day, who at night, and who only on paper."""

from datetime import date
from pathlib import Path

from ruamel.yaml import YAML

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Condition
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import (
    Availability,
    Confirmation,
    Contact,
    Institution,
    Level,
    Offer,
    OfferKind,
)
from lapotne.domain.mechanism.opening import Asking
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from lapotne.domain.protocol.decoding import decode_protocol
from lapotne.domain.protocol.steps import Protocol

REFERENCE = Path(__file__).parents[3] / "reference" / "protocol.yaml"
ZONE = "Europe/Riga"
TODAY = date(2026, 11, 18)
NIGHT = 29_916_060
"""03:00 in Latvia on Wednesday 18 November 2026, a public holiday: 01:00 UTC, in minutes since the epoch."""

CONFIRMED = Confirmation(date(2026, 11, 2))
OFFICE = "Mo-Fr 08:00-17:00; PH off"
open_at = opener(ZONE, "lv")

MAN = Profile("man", {"sex": "male", "age": ADULT, "police_consent": "yes", "speaks_local": "yes"})
REFUSING = Profile("refusing", {**MAN.facts, "police_consent": "no"})
GIRL = Profile("girl", {"sex": "female", "age": CHILD})
YOUTH = Profile("youth", {"sex": "male", "age": AgeRange(15, 22)})
SOMEBODY = Profile("somebody")
IN_DANGER = Profile("in-danger", {**MAN.facts, "danger_to_life": "yes"})

CALL_MEETS = (
    *("receive_report", "decide", "coordinate", "inform", "accompany", "identify", "follow_up"),
    *("safety", "danger_to_life", "interpreter", "advice_talk", "child_representative", "legal_advice"),
    "reflection_information",
)
NEEDS = {key: Need(key, call_meets=key in CALL_MEETS) for key in (*CALL_MEETS, "bed", "way_home", "provide")}


def latvia() -> dict:
    """The country's protocol as plain values."""
    return YAML(typ="safe").load(REFERENCE.read_text("utf-8"))


def decoded(raw: dict) -> Protocol:
    found = decode_protocol(raw)
    assert isinstance(found, Protocol), found
    return found


LATVIA = decoded(latvia())


def body(key: str, kind: str, level: Level = Level.LOCAL) -> Institution:
    return Institution(key, kind, {"en": key}, level, (Contact("phone", f"+371 0000 {key}"),))


def offered(institution, name, hours="24/7", mode=Mode.IN_PERSON, minutes=None, **changes) -> Offer:
    """A competence named like a competence, a service else; confirmed unless told otherwise."""
    kind = OfferKind.SERVICE if "meets" in changes else OfferKind.COMPETENCE
    confirmation = changes.pop("confirmation", CONFIRMED)
    return Offer(
        f"{institution.key}/{name}",
        kind,
        institution,
        changes.pop("meets", frozenset({name})),
        availabilities=(Availability(hours, mode, minutes, confirmation=confirmation),),
        **changes,
    )


NUMBER = body("emergency-112", "emergency_number", Level.NATIONAL)
POLICE = body("state-police", "state_police", Level.NATIONAL)
PROVIDER = body("safe-house", "service_provider", Level.NATIONAL)
SOCIAL = body("social-service", "social_service")
PATROL = body("municipal-police", "municipal_police")
ORPHANS = body("orphans-court", "orphans_court")
SHELTER = body("shelter", "crisis_centre")
AGENCY = body("siva", "social_agency", Level.NATIONAL)

OFFERS = (
    offered(NUMBER, "rescue", mode=Mode.PHONE, meets=frozenset({"danger_to_life", "safety"})),
    offered(POLICE, "receive_report", mode=Mode.PHONE, minutes=10),
    offered(POLICE, "identify", OFFICE),
    offered(PROVIDER, "receive_report", mode=Mode.PHONE, minutes=90),
    offered(PROVIDER, "identify", OFFICE),
    offered(PROVIDER, "provide", OFFICE, eligibility=(Condition("identification", frozenset({"identified"})),)),
    offered(PROVIDER, "follow_up", OFFICE),
    offered(PROVIDER, "accompany", OFFICE),
    offered(PROVIDER, "support", OFFICE, meets=frozenset({"interpreter", "legal_advice", "way_home"})),
    offered(PROVIDER, "reflection", OFFICE, meets=frozenset({"reflection_information"})),
    offered(SOCIAL, "receive_report", OFFICE),
    offered(SOCIAL, "decide", OFFICE),
    offered(SOCIAL, "coordinate", OFFICE),
    offered(SOCIAL, "inform", OFFICE),
    offered(PATROL, "inform", minutes=15),
    offered(ORPHANS, "guardian", "24/7", Mode.ON_CALL, meets=frozenset({"child_representative"})),
    offered(
        SHELTER,
        "women",
        "24/7",
        meets=frozenset({"bed"}),
        eligibility=(Condition("sex", frozenset({"female"})),),
    ),
    offered(SHELTER, "men", "Mo-Su,PH 08:00-20:00", meets=frozenset({"bed"})),
    offered(AGENCY, "decide", OFFICE),
)


def town(*offers: Offer, bodies: tuple[Institution, ...] = ()) -> Mechanism:
    """A mechanism of these offers, and of bodies that offer nothing."""
    institutions = {one.key: one for one in (*bodies, *(offer.institution for offer in offers))}
    return Mechanism(Municipality("lv-x", "LV-000", {}, "lv", ZONE), institutions, offers)


TOWN = town(*OFFERS)


def at(moment: int = NIGHT, **asked) -> Asking:
    return Asking(moment, open_at, TODAY, **asked)
