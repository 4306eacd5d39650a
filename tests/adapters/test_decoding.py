"""A file's words in the domain's: every field arrives, and what nobody said stays unknown."""

from datetime import date

import pytest

from lapotne.adapters.mechanism_yaml import Document, Library, read_mechanism
from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.conditions import ADULT, AgeRange, Condition
from lapotne.domain.mechanism.offers import (
    Availability,
    Closure,
    Confirmation,
    Contact,
    Level,
    OfferKind,
    OnHolidays,
    Places,
)
from lapotne.domain.mechanism.states import Mode
from tests.adapters.texts import COUNTRY, TOWN, changed


@pytest.fixture
def offers(checker):
    def of(*changes, demo=False):
        town = TOWN if not demo else changed(TOWN, "lapotne: 1", "lapotne: 1\ndemo: true").replace("+371 6", "+371 0")
        for change in changes:
            town = changed(town, *change)
        country = read_mechanism(COUNTRY, checker)
        document = read_mechanism(town, checker, above=[country])
        assert isinstance(document, Document), document
        library = Library(checker, {"lv": country, document.key: document})
        return {offer.key: offer for offer in library.mechanism("lv-valmiera").offers}

    return of


def test_a_service_arrives_whole(offers):
    night = offers()["shelter/night"]
    assert night.kind is OfferKind.SERVICE
    assert night.meets == {"bed"}
    assert night.names == {"en": "Night shelter"}
    assert night.what == {"en": "A bed for the night"}
    assert (night.place, night.kilometres, night.serves) == ("LV-113", 0.0, True)
    assert night.eligibility == (Condition("sex", frozenset({"male"})), Condition("age", ADULT))
    assert night.places == (Places(4, (Condition("sex", frozenset({"male"})),)),)
    assert night.contacts == (Contact("phone", "+371 64000000"),)
    assert night.layer == night.institution.layer == "lv-valmiera"
    assert night.institution.level is Level.LOCAL
    assert night.languages is None
    assert night.availabilities == (
        Availability(
            hours="Mo-Su 18:00-08:00; PH 18:00-08:00",
            mode=Mode.IN_PERSON,
            minutes_to_respond=30,
            confirmation=Confirmation(date(2026, 11, 1), "coordinator", date(2027, 11, 1)),
            closures=(Closure(date(2026, 12, 28), date(2027, 1, 2), "repairs"),),
            key="night",
        ),
    )


def test_a_competence_meets_the_need_of_its_name(offers):
    report = offers()["police/receive_report"]
    assert (report.kind, report.meets) == (OfferKind.COMPETENCE, {"receive_report"})
    assert report.institution.level is Level.NATIONAL
    assert report.source == "law"


def test_a_source_confirms_on_its_own_day(offers):
    (availability,) = offers()["police/receive_report"].availabilities
    assert availability.confirmation == Confirmation(date(2026, 6, 1), source="law")


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        (
            ("            hours:", "            on_holidays: as_usual\n            hours:"),
            "on_holidays",
            OnHolidays.AS_USUAL,
        ),
        (('hours: "Mo-Su 18:00-08:00; PH 18:00-08:00"', "hours: unknown"), "hours", None),
        (("minutes_to_respond: 30", "minutes_to_respond: null"), "minutes_to_respond", None),
        (
            ("confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}", "confirmation: {source: undated}"),
            "confirmation",
            None,
        ),
    ],
)
def test_what_an_availability_says(change, field, expected, offers):
    assert getattr(offers(change)["shelter/night"].availabilities[0], field) == expected


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        (
            ("eligibility: {sex: [male], age: adult}", "eligibility: unknown"),
            "eligibility",
            (Condition("eligibility", None),),
        ),
        (("{sex: [male], age: adult}", "{residence: unknown}"), "eligibility", (Condition("residence", None),)),
        (
            ("age: adult", "age: {from: 18, below: 65}"),
            "eligibility",
            (Condition("sex", frozenset({"male"})), Condition("age", AgeRange(18, 65))),
        ),
        (("{sex: [male], age: adult}", "{}"), "eligibility", ()),
        (("{count: 4, sex: [male]}", "{count: unknown}, {count: 0}"), "places", (Places(None), Places(0))),
        (("meets: [bed]", "meets: [bed]\n        place: null"), "kilometres", None),
        (("meets: [bed]", "meets: [bed]\n        valid: {since: 2026-01-01}"), "valid", Valid(date(2026, 1, 1))),
        (("meets: [bed]", "meets: [bed]\n        languages: [lv, ru]"), "languages", frozenset({"lv", "ru"})),
        (("meets: [bed]", "meets: [bed]\n        contacts: []"), "contacts", ()),
        (("area: [LV-113, LV-022]", "area: [LV-022]"), "serves", False),
    ],
)
def test_what_a_service_says(change, field, expected, offers):
    assert getattr(offers(change)["shelter/night"], field) == expected


def test_a_demos_days_count_from_the_day_of_loading(offers):
    (availability,) = offers(("on: 2026-11-01", "on: today-14d"), ("due: 2027-11-01", "due: today+30d"), demo=True)[
        "shelter/night"
    ].availabilities
    assert availability.confirmation == Confirmation(date(2026, 11, 10), "coordinator", date(2026, 12, 24))


def test_a_staff_contact_is_marked(offers):
    change = ('value: "+371 64000000"', 'value: "+371 64000000", audience: staff, note: {en: duty}')
    assert offers(change)["shelter/night"].contacts == (
        Contact("phone", "+371 64000000", staff_only=True, note={"en": "duty"}),
    )
