"""The canopy's page: planted holes in words, who stands behind an hour, who may read, what stays at home."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import caches
from django.test import Client

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.queries import documents
from tests.people import person

PAGE = "/en/staff/lv-demo/canopy/"
STAFF_ONLY = "+371 00010002"
QUERIES = 6


@pytest.fixture
def read(signed_in):
    def page(user, query="", town="lv-demo", language="en", **headers) -> str:
        address = f"/{language}/staff/{town}/canopy/{query}"
        response = signed_in(user).get(address, headers=headers)
        assert response.status_code == 200
        return response.content.decode()

    return page


def a_night(hour="03:00") -> str:
    """A night in a week to come, when the demo's dates still hold."""
    day = datetime.now(UTC).date() + timedelta(days=7)
    return f"{day}T{hour}"


def test_the_finding_and_the_planted_holes_stand_in_words(read, alice):
    page = read(alice, "?profile=man")
    assert "<h1>No bed, every night 22:00–06:00</h1>" in page
    assert "2,920 hours" in page
    assert "Nobody decides on help" in page
    assert "every Sunday 00:00–22:00" in page


def test_the_hole_that_others_meet_is_named_with_whom(read, alice):
    page = read(alice, "?profile=man")
    assert "Holes that others meet" in page
    assert "No interpreter" in page


def test_the_worst_off_of_the_plainest_is_shown_when_nobody_is_chosen(read, alice):
    assert "<strong>A man</strong>" in read(alice)


def test_a_man_at_night_is_told_who_opens_too_late_and_who_is_not_for_him(read, alice):
    page = read(alice, f"?profile=man&need=bed&hour={a_night()}")
    assert "It must be met within 2 hours: by 05:00." in page
    assert "opens 08:00, too late" in page
    assert "Sex: only female" in page
    assert "Age: only 0-17" in page


def test_with_htmx_only_the_panel_comes(read, alice):
    panel = read(alice, f"?profile=man&need=bed&hour={a_night()}", **{"HX-Request": "true"})
    assert "Who, and why" in panel
    assert "<html" not in panel


@pytest.mark.parametrize("kind", ["viewer", "coordinator", "bob", "nora"])
def test_any_staff_member_reads_any_town(read, other_town, bob, nora, kind):
    users = {"bob": bob, "nora": nora}
    user = users.get(kind) or person(kind, RoleKind(kind), municipality=other_town)
    assert "No bed, every night" in read(user, "?profile=man")


def test_somebody_without_an_account_signs_in_first(town, db):
    response = Client().get(PAGE)
    assert (response.status_code, response.url.startswith("/en/staff/account/login/")) == (302, True)


def test_an_account_without_a_role_is_refused(town, signed_in):
    assert signed_in(person("dita")).get(PAGE).status_code == 404


def test_an_unknown_town_is_not_found(alice, signed_in):
    assert signed_in(alice).get("/en/staff/lv-nowhere/canopy/").status_code == 404


def test_contacts_for_staff_stay_at_home(read, alice, charlie, town, now):
    """Alice sees her coordinator's own number; Charlie, of another town, reads the same hour without it."""
    hour = f"?profile=man&need=coordinate&hour={a_night('12:00')}"
    assert STAFF_ONLY in read(alice, hour)
    elsewhere = read(charlie, hour)
    assert "Saulgriezi Municipality" in elsewhere
    assert STAFF_ONLY not in elsewhere


def serving_the_town_with_a_number_for_staff(institutions):
    shelter = institutions["night-shelter"]
    shelter["contacts"].append({"kind": "phone", "value": "+371 00010599", "audience": "staff"})
    shelter["services"]["men-night-bed"]["area"] = ["XX-001", "XX-002"]


def test_a_neighbours_contacts_for_staff_stay_at_the_neighbours(read, alice, town, now):
    """The neighbour's shelter serves the town too, and has a number of its own for its staff."""
    edited("lv-demo-neighbour", serving_the_town_with_a_number_for_staff, alice, now)
    page = read(alice, f"?profile=man&need=bed&hour={a_night()}")
    assert "+371 00010502" in page
    assert "+371 00010599" not in page


def test_only_who_may_edit_is_offered_to_try_a_mend(read, alice, charlie):
    assert "kind=lengthen" in read(alice, "?profile=man")
    assert "kind=lengthen" not in read(charlie, "?profile=man")


def test_where_nothing_is_confirmed_the_page_says_so_and_whom_to_call(read, charlie):
    page = read(charlie, town="lv-valmiera")
    assert "<h1>Nothing here is confirmed yet</h1>" in page
    assert "Start with these 5 calls" in page
    assert "Ask for the hours, then confirm them." in page


def test_the_table_says_the_same_hours_as_the_picture(read, alice):
    page = read(alice, "?profile=man&view=table")
    assert 'class="canopy-table"' in page
    assert "00:00–06:00" in page
    assert '<svg class="canopy canopy--hours"' not in page


@pytest.mark.parametrize(("week", "hours"), [("2026-03-23", 167), ("2026-10-19", 169), ("2026-11-16", 168)])
def test_a_week_has_as_many_leaves_as_its_clock_has_hours(read, alice, week, hours):
    page = read(alice, f"?profile=man&group=tonight&week={week}")
    needs = page.count('<g class="row"')
    assert page.count('tabindex="-1"><title>') + page.count('aria-current="true"><title>') == needs * hours


def test_both_passes_of_a_repeated_hour_are_told_apart(read, alice):
    page = read(alice, "?profile=man&group=tonight&week=2026-10-19")
    assert page.count("need=bed&amp;hour=2026-10-25T03:00#who") == 1
    assert page.count("need=bed&amp;hour=2026-10-25T03:00&amp;fold=1#who") == 1


def test_a_holiday_is_named(read, alice):
    assert "Wednesday, 18 November: " in read(alice, "?profile=man&week=2026-11-18")


@pytest.mark.parametrize(
    ("query", "days"), [("?view=year&year=2098", "2098"), ("?view=table&week=2026-11-16", "16–22 Nov 2026")]
)
def test_the_line_under_the_finding_names_the_days_shown(read, alice, query, days):
    page = read(alice, query)
    lead = page.partition('<p class="lead">')[2].partition("<br>")[0]
    assert days in lead, lead


def test_a_year_says_that_its_moved_days_are_not_announced(read, alice):
    assert "moves in 2098 aren’t announced yet" in read(alice, "?view=year&year=2098")
    assert "aren’t announced yet" not in read(alice, "?view=year&year=2026")


@pytest.mark.parametrize(
    "query",
    [
        "?profile=nobody", "?week=yesterday", "?week=9999-01-01", "?hour=now&need=bed", "?need=bed", "?year=12345",
        "?view=picture", "?group=none", "?hour=2026-11-18T03:00", "?need=schooling&hour=2026-11-18T03:00&profile=man",
        "?hour=1000-01-01T00:00&need=bed", "?year=²&view=year",
    ],
)  # fmt: skip
def test_an_address_that_says_nonsense_still_shows_the_canopy(read, alice, query):
    assert "<h1>" in read(alice, query)


@pytest.mark.parametrize("view", ["week", "year", "table"])
def test_the_number_of_look_ups_is_small_and_the_same(signed_in, alice, django_assert_num_queries, view):
    client = signed_in(alice)
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        client.get(f"{PAGE}?view={view}&profile=man&need=bed&hour={a_night()}")


def edited(key, change, by, at):
    """A new version of a town's document, with a change made to its institutions."""
    layer = documents.layer_with(key)
    newest = documents.latest(layer)
    change(newest.document["institutions"])
    save(layer=layer, document=newest.document, by=by, at=at, reason="A test", on_version=newest.number)


def without_beds_for_men(institutions):
    for key in ("men-shelter", "day-centre", "parish"):
        services = institutions[key]["services"]
        institutions[key]["services"] = {name: one for name, one in services.items() if "bed" not in one["meets"]}


def open_day_and_night(institutions):
    institutions["night-shelter"]["services"]["men-night-bed"]["availabilities"][0]["hours"] = "24/7"


def test_what_a_neighbour_has_is_the_mend_where_nobody_here_can(read, alice, town, now):
    """What neighbours have is kept; an edit at theirs is seen at once all the same."""
    caches["computed"].clear()
    edited("lv-demo", without_beds_for_men, alice, now)
    assert "Agree that they help" not in read(alice, "?profile=man")
    edited("lv-demo-neighbour", open_day_and_night, alice, now)
    page = read(alice, "?profile=man")
    assert "Agree that they help people from here too" in page
    assert "Aizvējš night shelter (" in page


def rows_of(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_gaps_of_a_year_come_as_a_file_that_adds_up(signed_in, alice):
    response = signed_in(alice).get(f"{PAGE}gaps.csv?profile=man")
    rows = rows_of(response)
    minutes = [int(row[6]) for row in rows[1:] if row[0] == "A bed for tonight"]
    assert sum(minutes) == 2920 * 60
    assert all(int(row[6]) == sum(map(int, row[7:])) for row in rows[1:])


def test_the_week_comes_as_a_file_in_which_each_day_is_whole(signed_in, alice):
    rows = rows_of(signed_in(alice).get(f"{PAGE}week.csv?profile=man&week=2026-10-19"))
    last_day = [int(row[4]) for row in rows if row[:2] == ["A bed for tonight", "2026-10-25"]]
    assert sum(last_day) == 25 * 60


@pytest.mark.parametrize("view", ["week", "year"])
def test_the_picture_comes_as_a_file(signed_in, alice, view):
    response = signed_in(alice).get(f"{PAGE}picture.svg?profile=man&view={view}")
    assert response["Content-Type"] == "image/svg+xml"
    assert "attachment" in response["Content-Disposition"]
    assert "Saulgriezi" in response.content.decode()


@pytest.mark.parametrize("file", ["picture.svg", "week.csv", "gaps.csv"])
def test_files_need_an_account_too(town, db, file):
    assert Client().get(f"{PAGE}{file}").status_code == 302
