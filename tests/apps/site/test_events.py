"""Events to come and past, a month as a table, by municipality, and as calendars other programs read."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override
from icalendar import Calendar

from lapotne.adapters.days import day_month_or_year, when
from lapotne.apps.library.queries import site
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.website.presenters.month import month

RIGA = ZoneInfo("Europe/Riga")
SIX, EIGHT = (datetime(2026, 11, 24, hour, tzinfo=RIGA) for hour in (18, 20))


@pytest.fixture
def events(load, town, monkeypatch):
    """A campaign over days in the town, a talk at an hour today, a course that comes, an old one in Latvian only."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 24))
    load(
        week=f"kind: event\nstarts: 2026-10-13\nends: 2026-10-18\nmunicipality: {town.key}",
        week__en="A week in town | Posters & talks.", week__lv="Nedēļa pilsētā",
        talk="kind: event\nstarts: 2026-11-24T18:00\nends: 2026-11-24T20:00",
        talk__en="An evening | A talk. | Words. | place: Library, hall 2", talk__lv="Vakars",
        course="kind: event\nstarts: 2026-12-01", course__en="A course",
        old="kind: event\nstarts: 2016-01-02", old__lv="Sen bijis",
    )  # fmt: skip
    return town


def titles(text: str) -> list[str]:
    return re.findall(r'class="story__title"[^>]*>([^<]+)<', text)


def read(client, path: str) -> list:
    answer = client.get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_what_comes_stands_first_the_next_on_top_then_the_past_the_latest_on_top(client, events):
    assert titles(client.get("/en/events/").text) == ["An evening", "A course", "A week in town"]


def test_an_event_of_today_is_still_to_come_and_past_tomorrow(client, events, monkeypatch):
    assert "An evening" in client.get("/en/events/").text.partition('id="past"')[0]
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 25))
    assert "An evening" in client.get("/en/events/").text.partition('id="past"')[2]


def test_what_is_only_in_another_language_is_told(client, events):
    text = client.get("/en/events/").text
    assert "1 more is not in your language yet." in text
    assert 'href="/lv/events/"' in text


def test_a_town_has_its_own_events_and_its_own_calendar(client, events):
    text = client.get(f"/en/events/in/{events.key}/").text
    assert titles(text) == ["A week in town"]
    assert f'href="/en/events/in/{events.key}.ics"' in text
    assert f'href="/en/events/in/{events.key}/"><span lang="lv">Liepkalni</span></a>' in client.get("/en/events/").text
    assert client.get("/en/events/in/lv-nowhere/").status_code == 404


def test_a_month_is_a_table_with_headings_whose_days_say_what_happens(client, events):
    text = client.get("/en/events/2026/10/").text
    assert text.count('<th scope="col">') == 7
    days = dict(re.findall(r'<time datetime="2026-10-(\d\d)">\d+</time>(.*?)</td>', text, re.DOTALL))
    assert len(days) == 31
    busy = [day for day, said in days.items() if "A week in town" in said]
    assert busy == ["13", "14", "15", "16", "17", "18"]
    assert 'href="#week"' in text
    assert 'id="week"' in text


def test_months_lead_from_the_first_event_to_the_one_after_the_last_and_no_further(client, events):
    assert client.get("/en/events/2026/09/").status_code == 404
    assert client.get("/lv/events/2016/1/").status_code == 200
    assert client.get("/en/events/2027/1/").status_code == 200
    assert client.get("/en/events/2027/2/").status_code == 404
    assert client.get("/en/events/2026/13/").status_code == 404
    between = client.get("/en/events/2026/11/").text
    assert 'rel="prev" href="/en/events/2026/10/"' in between
    assert 'rel="next" href="/en/events/2026/12/"' in between


def test_a_month_only_in_another_language_says_so_and_leads_to_it_there(client, events):
    text = client.get("/en/events/2016/1/").text
    assert "<h1>January 2016</h1>" in text
    assert "There is nothing here in your language yet." in text
    assert re.findall(r'href="(/lv/events/[^"]*)" lang="lv" hreflang="lv">Latviešu: (\d)<', text) == [
        ("/lv/events/2016/1/", "1")
    ]
    assert 'rel="prev"' not in text
    assert 'rel="next"' not in text
    assert client.get("/en/events/2016/2/").status_code == 404
    assert "in your language yet" not in client.get("/en/events/2026/10/").text


def test_events_of_a_town_only_in_another_language_are_told(client, events):
    text = client.get(f"/uk/events/in/{events.key}/").text
    assert re.findall(rf'href="/(\w\w)/events/in/{events.key}/" lang="\w\w" hreflang="\w\w">[^<]+: 1<', text) == [
        "lv", "en"
    ]  # fmt: skip
    assert 'id="elsewhere"' not in client.get(f"/en/events/in/{events.key}/").text


def test_today_is_marked_in_its_month(client, events):
    text = client.get("/en/events/2026/11/").text
    assert '<td aria-current="date" class="month__busy"><time datetime="2026-11-24">' in text


def test_a_month_without_any_is_a_month():
    shown = month([], date(2026, 2, 1), date(2026, 2, 10), "en")
    assert (shown.before, shown.after, len(shown.weeks)) == (None, date(2026, 3, 1), 5)
    assert shown.nearest is None


def test_an_empty_month_leads_on_and_to_the_nearest_with_an_event(client, events):
    empty = client.get("/en/events/2027/1/").text
    assert 'href="/en/events/2026/12/">December 2026</a>' in empty
    assert "The nearest month" not in client.get("/en/events/2026/10/").text
    assert 'rel="next" href="/en/events/2027/1/"' in client.get("/en/events/2026/12/").text


def test_the_headline_says_how_many_come_and_when_the_next_is(client, events, monkeypatch):
    assert "<h1>2 events to come, the next: 24 November 2026, 18:00–20:00</h1>" in client.get("/en/events/").text
    assert "<h1>1 gaidāms notikums, nākamais: 2026. gada 24. novembris" in client.get("/lv/events/").text
    monkeypatch.setattr(timezone, "localdate", lambda: date(2027, 1, 1))
    assert "<h1>No event is announced; 3 are past</h1>" in client.get("/en/events/").text


def test_a_calendar_has_days_as_days_and_hours_as_moments(client, events):
    found = {str(one["SUMMARY"]): one for one in read(client, "/en/events/all.ics")}
    assert set(found) == {"A week in town", "An evening", "A course"}
    week, talk, course = found["A week in town"], found["An evening"], found["A course"]
    assert (week.decoded("DTSTART"), week.decoded("DTEND")) == (date(2026, 10, 13), date(2026, 10, 19))
    assert talk.decoded("DTSTART") == datetime(2026, 11, 24, 18, tzinfo=RIGA)
    assert talk.decoded("DTEND") == datetime(2026, 11, 24, 20, tzinfo=RIGA)
    assert (course.decoded("DTSTART"), course.decoded("DTEND")) == (date(2026, 12, 1), date(2026, 12, 2))
    assert str(talk["LOCATION"]) == "Library, hall 2"
    assert talk["SUMMARY"].params["LANGUAGE"] == "en"
    assert str(talk["URL"]) == "http://testserver/en/talk/"
    assert talk.decoded("LAST-MODIFIED") == datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_a_calendar_of_one_and_of_a_town_has_only_theirs_with_the_same_ids(client, events):
    all_ids = {str(one["SUMMARY"]): str(one["UID"]) for one in read(client, "/en/events/all.ics")}
    (one,) = read(client, "/en/events/of/talk.ics")
    (of_town,) = read(client, f"/en/events/in/{events.key}.ics")
    assert str(one["UID"]) == all_ids["An evening"]
    assert str(of_town["UID"]) == all_ids["A week in town"]
    assert not {str(one["UID"]) for one in read(client, "/lv/events/all.ics")} & set(all_ids.values())


def test_a_calendar_on_a_phone_says_no_more_than_title_and_place(client, events):
    assert b"DESCRIPTION" not in client.get("/en/events/all.ics").content


def test_the_same_events_make_the_same_bytes(client, events):
    first = client.get("/en/events/all.ics").content
    site.forget()
    assert client.get("/en/events/all.ics").content == first


@pytest.mark.parametrize("path", ["/en/events/of/old.ics", "/en/events/of/nothing.ics", "/en/events/past/2/"])
def test_what_is_not_there_is_not_found(client, events, path):
    assert client.get(path).status_code == 404


def test_a_list_takes_few_look_ups_however_many_events(client, events, django_assert_max_num_queries):
    client.get("/en/news/")
    with django_assert_max_num_queries(4):
        client.get("/en/events/")


@pytest.mark.parametrize(
    ("starts", "ends", "language", "told"),
    [
        (date(2017, 10, 13), date(2017, 10, 18), "en", "13–18 Oct 2017"),
        (date(2017, 10, 13), None, "en", "13 October 2017"),
        (SIX, EIGHT, "lv", "2026. gada 24. novembris, 18:00–20:00"),
        (SIX, None, "de", "24. November 2026, 18:00"),
        (date(2015, 12, 30), date(2016, 1, 2), "pl", "30 grudnia 2015 – 2 stycznia 2016"),
    ],
)  # fmt: skip
def test_when_is_told_as_the_reader_writes_dates(starts, ends, language, told):
    assert " ".join(when(starts, ends, language).split()) == told


def test_a_town_that_has_no_event_says_so(client, events, other_town):
    assert "No event is announced at the moment." in client.get(f"/en/events/in/{other_town.key}/").text
    assert Municipality.objects.filter(key=other_town.key).exists()


@pytest.mark.parametrize(("text", "said"), [
    ("2016-03-09", "2016. gada 9. marts"), ("2015-04", "2015. g. aprīlis"), ("2016", "2016"),
    ("spring 2016", "spring 2016"),
])  # fmt: skip
def test_the_day_of_a_source_is_written_as_its_reader_does(text, said):
    assert day_month_or_year(text, "lv") == said
    page = Template("{% load library %}{{ text|day_of_source }}")
    with override("lv"):
        assert page.render(Context({"text": text})) == said
