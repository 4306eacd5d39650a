"""A town's mechanism put together: whom an offer serves, how far it is, and what neighbours lend."""

import pytest

from lapotne.domain.mechanism.assemble import Area, Entries, Entry, assemble, elsewhere
from lapotne.domain.mechanism.offers import Institution, Offer, OfferKind
from lapotne.domain.mechanism.towns import Municipality

HERE = Municipality("here", "X-1", {}, "xa", "Europe/Riga", 57.0, 25.0)
THERE = Municipality("there", "X-2", {}, "xa", "Europe/Riga", 57.0, 26.0)
ABROAD = Municipality("abroad", "Y-1", {}, "xb", "Europe/Riga", 58.0, 26.0)
NOWHERE = Municipality("nowhere", "X-3", {}, "xa", "Europe/Riga")
TOWNS = {town.code: town for town in (HERE, THERE, ABROAD, NOWHERE)}


def entry(place: str | None, area: Area, key: str = "shelter/night") -> Entry:
    institution = Institution("shelter", "shelter")
    kilometres = 0.0 if place in ("own", "everywhere") else None
    offer = Offer(key, OfferKind.SERVICE, institution, frozenset({"bed"}), place=place, kilometres=kilometres)
    return Entry(offer, area)


def own(*entries: Entry) -> Entries:
    return Entries({"shelter": entries[0].offer.institution}, {found.offer.key: found for found in entries})


@pytest.mark.parametrize(
    ("place", "kilometres"),
    [("own", 0), ("everywhere", 0), ("X-1", 0), ("X-2", 60.6), ("X-3", None), ("Z-9", None), (None, None)],
)
def test_kilometres_run_between_seats_and_are_unknown_where_a_seat_is(place, kilometres):
    (offer,) = assemble(HERE, own(entry(place, Area(own=True))), (), TOWNS).offers
    assert offer.kilometres == (kilometres if kilometres is None else pytest.approx(kilometres, abs=0.1))


@pytest.mark.parametrize(
    ("area", "serves"),
    [
        (Area(own=True), True),
        (Area(country="xa"), True),
        (Area(country="xb"), False),
        (Area(codes=frozenset({"X-1", "X-2"})), True),
        (Area(codes=frozenset({"X-2"})), False),
        (Area(), False),
    ],
)
def test_an_area_says_whether_the_town_is_served(area, serves):
    (offer,) = assemble(HERE, own(entry("own", area)), (), TOWNS).offers
    assert offer.serves is serves


def test_a_neighbours_offer_counts_under_the_neighbours_key_and_at_its_distance():
    lent = entry("own", Area(codes=frozenset({"X-1"})))
    mechanism = assemble(HERE, own(entry("own", Area(own=True))), [(THERE, [lent])], TOWNS)
    home, borrowed = mechanism.offers
    assert (home.key, borrowed.key) == ("shelter/night", "there:shelter/night")
    assert borrowed.place == "X-2"
    assert borrowed.kilometres == pytest.approx(60.6, abs=0.1)
    assert set(mechanism.institutions) == {"shelter", "there:shelter"}
    assert borrowed.institution is mechanism.institutions["there:shelter"]


def test_a_neighbours_offer_that_names_somebody_else_does_not_count():
    lent = entry("own", Area(own=True, codes=frozenset({"X-3"})))
    assert assemble(HERE, Entries(), [(THERE, [lent])], TOWNS).offers == ()


def test_what_does_not_differ_is_the_very_same_object_in_every_town():
    shared = entry("everywhere", Area(country="xa"))
    first, second = (assemble(town, own(shared), (), TOWNS) for town in (HERE, THERE))
    assert first.offers[0] is second.offers[0]


def test_what_a_neighbour_keeps_to_itself_is_elsewhere_under_its_key_and_at_its_distance():
    kept, lent = entry("own", Area(own=True)), entry("own", Area(own=True, codes=frozenset({"X-1"})), "shelter/day")
    (offer,) = elsewhere(HERE, [(THERE, [kept, lent]), (HERE, [kept])], TOWNS)
    assert (offer.key, offer.serves, offer.institution.key) == ("there:shelter/night", False, "there:shelter")
    assert offer.kilometres == pytest.approx(60.6, abs=0.1)
