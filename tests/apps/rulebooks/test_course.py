"""The timeline of a course: every possible day, warnings before, a picture and a calendar."""

import re

import pytest
from icalendar import Calendar

LV = "/en/law/lv/course/"
COURSE = {"of": "social_rehabilitation", "start": "2026-12-01"}

pytestmark = pytest.mark.django_db


def test_both_possible_last_days_are_shown_where_no_source_says_how_to_count(client, words):
    shown = words(client.post(LV, COURSE))
    assert "the last day is 29 May 2027 or 30 May 2027" in shown
    assert "The source doesn't say how the time is counted." in shown
    assert "5 consultations" in shown
    assert "150 hours a year" in shown
    assert "Aftercare by the municipality" in shown


def test_somebody_is_warned_30_14_and_3_days_before(client, words):
    shown = words(client.post(LV, COURSE))
    for warning in ("29 April 2027 30 days before 29 May", "15 May 2027 14 days before", "26 May 2027 3 days before"):
        assert warning in shown


def test_the_picture_tells_itself_in_words(client, markup):
    shown = markup(client.post(LV, COURSE))
    assert re.search(r"<desc [^>]+>Social rehabilitation course, 180 days", shown)


def test_the_first_day_is_posted_and_kept_nowhere(client, markup, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.post(LV, COURSE)
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "start=" not in response.content.decode()
    assert '<form method="get"' not in markup(response)


def test_the_calendar_holds_the_first_day_the_warnings_and_every_possible_end(client):
    response = client.post(LV, COURSE | {"as": "calendar"})
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert response.headers["Cache-Control"] == "no-store"
    assert "lapotne.ics" in response.headers["Content-Disposition"]
    events = Calendar.from_ical(response.content).walk("VEVENT")
    days = {str(event["summary"]): event["dtstart"].dt.isoformat() for event in events}
    assert days["Social rehabilitation course: first day"] == "2026-12-01"
    assert days["Social rehabilitation course: ends in 14 days, on 29 May 2027"] == "2027-05-15"
    assert sum("possible last day" in str(event["summary"]) for event in events) == 5
    assert len({str(event["uid"]) for event in events}) == len(events)


def test_the_picture_is_a_file_too(client):
    response = client.post(LV, COURSE | {"as": "picture"})
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg " in response.content


@pytest.mark.parametrize("start", ["", "soon", "1066-10-14"])
def test_a_first_day_that_cannot_be_read_is_told_and_kept(client, start, words, markup):
    response = client.post(LV, COURSE | {"start": start})
    assert response.status_code == 400
    assert "as 2017-02-01" in words(response)
    assert f'value="{start}"' in markup(response)


def test_a_course_of_a_day_of_which_no_source_speaks_has_no_end(client, words):
    assert "no source says when it ends" in words(client.post(LV, COURSE | {"start": "2001-01-01"}))


def test_every_country_with_a_clock_has_a_timeline(client, country):
    response = client.post(f"/en/law/{country}/course/", {"start": "2026-12-01"})
    assert response.status_code in (200, 404)
