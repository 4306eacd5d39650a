"""A service in HSDS: what arrives in which field, and what is left out because nobody said."""

import pytest

from lapotne.adapters.hsds import hsds_page
from lapotne.adapters.mechanism_yaml import load_library
from lapotne.adapters.wording import Wording
from tests.adapters.conftest import TODAY
from tests.adapters.texts import COUNTRY, TOWN, changed

HOURS = '"Mo-Su 18:00-08:00; PH 18:00-08:00"'


@pytest.fixture
def service(reference, tmp_path):
    """The night shelter as HSDS tells it, after changes to its text."""

    def of(*changes, language="en"):
        town = TOWN
        for change in changes:
            town = changed(town, *change)
        (tmp_path / "lv.yaml").write_text(COUNTRY, encoding="utf-8")
        (tmp_path / "lv-valmiera.yaml").write_text(town, encoding="utf-8")
        library = load_library([tmp_path], reference=reference, today=TODAY)
        assert [str(problem) for problem in library.problems if problem.is_error] == []
        page = hsds_page(library.mechanism("lv-valmiera"), Wording(language, reference), today=TODAY)
        (shelter,) = (found for found in page["contents"] if found["name"] in ("Shelter", "Patversme"))
        return shelter["services"][0]

    return of


def test_a_service_says_what_it_is_and_whom_it_takes(service):
    night = service()
    assert (night["name"], night["description"], night["status"]) == ("Night shelter", "A bed for the night", "active")
    assert night["eligibility_description"] == "Sex: male; Age: 18+"
    assert night["minimum_age"] == 18
    assert night["assured_date"] == "2026-11-01"
    assert night["alert"] == "Closed from 2026-12-28 to 2027-01-02."
    assert [phone["number"] for phone in night["phones"]] == ["+371 64000000"]
    assert [attribute["taxonomy_term"]["code"] for attribute in night["attributes"]] == ["bed"]
    assert night["service_areas"][0]["name"] == "Valmiera Municipality"


def test_words_come_in_the_language_asked(service):
    assert service(language="lv")["eligibility_description"] == "Dzimums: vīrietis; Vecums: 18+"


@pytest.mark.parametrize(
    ("hours", "spans"),
    [
        ("Mo-Su 18:00-08:00; PH 18:00-08:00", [("MO,TU,WE,TH,FR,SA,SU", "18:00", "08:00")]),
        ("24/7", [("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")]),
        ("Mo-Fr 08:00-12:00,13:00-17:00", [("MO,TU,WE,TH,FR", "08:00", "12:00"), ("MO,TU,WE,TH,FR", "13:00", "17:00")]),
        ("Mo,We 10:00-24:00; Fr 09:00-10:00", [("MO,WE", "10:00", "23:59"), ("FR", "09:00", "10:00")]),
        ("Dec 24 10:00-12:00", [(None, None, None)]),
        ('Mo-Fr 08:00-17:00 "call first"', [(None, None, None)]),
    ],
)
def test_hours_become_weekly_schedules_where_a_week_can_say_them(hours, spans, service):
    schedules = service((HOURS, f"'{hours}'"))["schedules"]
    assert [tuple(map(schedule.get, ("byday", "opens_at", "closes_at"))) for schedule in schedules] == spans
    assert {schedule["description"] for schedule in schedules} == {hours}


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ('"Mo-Fr 08:00-17:00"', "Public holidays: unknown."),
        ('"Mo-Fr 08:00-17:00; PH off"', "Closed on public holidays."),
        ('"Mo-Su,PH 08:00-17:00"', "On public holidays as usual."),
        ('"Mo-Fr 08:00-17:00; PH 10:00-12:00"', "On public holidays: 10:00-12:00."),
        ('"Mo-Fr 08:00-17:00"\n            on_holidays: closed', "Closed on public holidays."),
        ('"Mo-Fr 08:00-17:00"\n            on_holidays: as_usual', "On public holidays as usual."),
    ],
)
def test_a_schedule_says_what_holidays_do(hours, said, service):
    (schedule,) = service((HOURS, hours))["schedules"]
    assert schedule["notes"].endswith(said)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ((HOURS, "unknown"), "schedules"),
        (("            confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}\n", ""), "assured_date"),
        (("meets: [bed]", "meets: [bed]\n        place: LV-022"), "service_at_locations"),
        (("{sex: [male], age: adult}", "{}"), "eligibility_description"),
    ],
)
def test_what_nobody_said_or_may_know_is_left_out(change, field, service):
    assert field not in service(change)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (("from: 2026-12-28", "from: 2026-11-20"), "temporarily closed"),
        (("meets: [bed]", "meets: [bed]\n        valid: {until: 2026-11-23}"), "inactive"),
        (("meets: [bed]", "meets: [bed]\n        valid: {until: 2026-11-24}"), "active"),
    ],
)
def test_a_service_that_is_closed_or_over_says_so(change, status, service):
    assert service(change)["status"] == status


def test_a_service_without_beds_is_in_its_municipality_and_nowhere_finer(service):
    (place,) = service(("meets: [bed]", "meets: [doctor]"))["service_at_locations"]
    assert place["location"] == {
        "id": place["location"]["id"],
        "location_type": "physical",
        "name": "Valmiera Municipality",
        "external_identifier": "LV-113",
        "external_identifier_type": "official code of the municipality",
    }


def test_the_same_service_keeps_its_identifier(service):
    assert service()["id"] == service((HOURS, '"24/7"'))["id"]
