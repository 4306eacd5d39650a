"""What another town may know of a neighbour’s entry: nothing of its staff, nothing that tells a secret place."""

from dataclasses import replace
from datetime import date

from lapotne.domain.mechanism.assemble import Area, Entries, Entry, assemble, elsewhere
from lapotne.domain.mechanism.lending import Lending
from lapotne.domain.mechanism.offers import Availability, Closure, Contact, Institution, Offer, OfferKind
from lapotne.domain.mechanism.towns import Municipality

CANARY = "canary"
HERE = Municipality("here", "X-1", {}, "xa", "Europe/Riga", 57.0, 25.0)
THERE = Municipality(f"{CANARY}-town", f"{CANARY}-code", {}, "xa", "Europe/Riga", 57.0, 26.0)
STAFF = Contact("phone", "2", staff_only=True)
CONTACTS = (Contact("phone", "1", note={"en": CANARY}), STAFF, Contact("web", f"https://{CANARY}"))
HOUSE = Institution(f"{CANARY}-house", "shelter", {"en": CANARY}, contacts=CONTACTS, source=CANARY, layer=THERE.key)
NIGHT = Availability("24/7", closures=(Closure(date(2026, 1, 1), date(2026, 1, 2), CANARY),), key="night")
BED = Offer(
    f"{HOUSE.key}/bed", OfferKind.SERVICE, HOUSE, frozenset({"bed"}), {"en": CANARY}, {"en": CANARY}, place="own",
    availabilities=(NIGHT,), contacts=CONTACTS, payer=CANARY, legal_basis=CANARY, source=CANARY, layer=THERE.key,
)  # fmt: skip
SECRET = replace(BED, confidential=True)


def lent_here(*offers: Offer):
    entries = [Entry(offer, Area(own=True, codes=frozenset({"X-1"}))) for offer in offers]
    return assemble(HERE, Entries(), [(THERE, entries)], {town.code: town for town in (HERE, THERE)})


def test_a_secret_neighbour_carries_nothing_that_tells_whose_it_is():
    mechanism = lent_here(SECRET)
    assert CANARY not in repr(mechanism)
    (offer,) = mechanism.offers
    assert (offer.meets, offer.institution.type, offer.serves) == (frozenset({"bed"}), "shelter", True)
    assert round(offer.kilometres or 0) == 61
    assert offer.availabilities[0].hours == "24/7"


def test_the_canary_is_seen_where_the_neighbour_keeps_no_secret():
    assert repr(lent_here(BED)).count(CANARY) > 10


def test_a_secret_neighbour_is_reached_by_telephone_alone():
    (offer,) = lent_here(SECRET).offers
    assert offer.contacts == offer.institution.contacts == (Contact("phone", "1"),)


def test_a_neighbours_staff_is_reached_by_its_own_alone():
    (offer,) = lent_here(BED).offers
    assert STAFF not in (*offer.contacts, *offer.institution.contacts)
    assert len(offer.contacts) == 2


def test_a_secret_body_has_one_number_here_and_each_of_its_services_its_own():
    lending = Lending()
    bed, talk = lending.lent(SECRET, THERE.key), lending.lent(replace(SECRET, key=f"{HOUSE.key}/talk"), THERE.key)
    other = lending.lent(SECRET, "third")
    assert bed.institution.key == talk.institution.key != other.institution.key
    assert len({bed.key, talk.key, other.key}) == 3


def test_nobody_is_told_that_a_secret_service_is_elsewhere():
    kept = [Entry(offer, Area(own=True)) for offer in (SECRET, BED)]
    assert [offer.confidential for offer in elsewhere(HERE, [(THERE, kept)], {})] == [False]
