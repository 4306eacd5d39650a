"""Small towns for tests of coverage: an institution, an offer and its hours, said in a line."""

from __future__ import annotations

from datetime import date

from lapotne.domain.coverage.asking import Asked, Question, ask
from lapotne.domain.mechanism.conditions import Condition
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Institution, Level, Offer, OfferKind
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.mechanism.towns import Mechanism, Municipality

MONDAY, NEXT_MONDAY = date(2026, 11, 2), date(2026, 11, 9)
TOWN = Municipality("xa-town", "XA-1", {"en": "Town"}, "lv", "Europe/Riga", 57.0, 24.0)
BED = Need("bed", {"en": "A bed"})
MAN = Profile("man", {"sex": "male"}, {"en": "A man"})
WOMAN = Profile("woman", {"sex": "female"}, {"en": "A woman"})
CONFIRMED = Confirmation(MONDAY, "coordinator")
WOMEN_ONLY = (Condition("sex", frozenset({"female"})),)


def shelter(name: str, hours: str | None, **fields: object) -> Offer:
    """A confirmed shelter open to everybody, unless told otherwise; `level` and `confirmation` too."""
    level = fields.pop("level", Level.LOCAL)
    confirmation = fields.pop("confirmation", CONFIRMED)
    mode = fields.pop("mode", Mode.IN_PERSON)
    institution = Institution(name, "shelter", {"en": name.title()}, level)  # type: ignore[arg-type]
    way = Availability(hours, mode, 10, confirmation=confirmation)  # type: ignore[arg-type]
    kilometres = fields.pop("kilometres", 0.0)
    return Offer(
        f"{name}/bed",
        OfferKind.SERVICE,
        institution,
        frozenset({"bed"}),
        kilometres=kilometres,
        availabilities=(way,),
        **fields,  # type: ignore[arg-type]
    )


def week(*offers: Offer, need: Need = BED, profiles: tuple[Profile, ...] = (MAN, WOMAN)) -> Asked:
    """The town's week of Monday 2 November 2026, in which no day is a holiday."""
    mechanism = Mechanism(TOWN, {}, offers)
    return ask(mechanism, Question([need], profiles, MONDAY, NEXT_MONDAY, MONDAY))
