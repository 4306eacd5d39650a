"""The country's page: who may read it, what it finds, how it sorts, and that more towns cost no more queries."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from django.core.cache import caches

from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.queries import documents
from tests.people import person

PAGE = "/en/staff/country/"


def rows(page):
    body = page.text.partition('<table class="towns">')[2]
    return re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', body)


def row_of(name, page):
    body = page.text.partition('<table class="towns">')[2]
    return next(row for row in body.split("<tr>") if f">{name}</a>" in row)


def headline(page):
    return re.sub(r"<[^>]+>|\s+", " ", re.search(r"<h1.*?</h1>", page.text, re.DOTALL).group())


def test_anonymous_visitors_are_sent_to_sign_in(client):
    page = client.get(PAGE)
    assert page.status_code == 302
    assert "/account/login/" in page.url


def test_whoever_has_no_role_may_not_see_the_country(signed_in, country):
    assert signed_in(person("zane")).get(PAGE).status_code == 404


def test_a_viewer_of_one_town_reads_the_whole_country(signed_in, vilis):
    page = signed_in(vilis).get(PAGE)
    assert page.status_code == 200
    assert "Riga" in rows(page)


def test_the_headline_is_the_finding_counted_without_invented_towns(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}?need=bed&profile=man")
    real = len(rows(page)) - 2
    assert f"In {real} of {real} municipalities nobody can be counted on at any hour" in headline(page)
    assert "A bed for tonight" in headline(page)
    assert f"In {real} of them a source names somebody, but nobody has confirmed the hours" in page.text


def test_the_planted_hole_shows_in_the_row_of_its_town(signed_in, nora):
    row = row_of("Saulgriezi", signed_in(nora).get(f"{PAGE}?need=bed&profile=man"))
    cells = re.findall(r'<td class="numeric">([^<]+)</td>', row)
    assert cells[:2] == ["67 %", "2,920"]
    assert "A bed for tonight" in row


def test_every_leaf_is_a_link_to_its_canopy_and_says_what_it_shows(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}?need=bed&profile=man").text
    leaf = re.search(r'<a href="/en/staff/lv-demo/canopy/" class="country__leaf"[^>]*aria-label="([^"]+)"', page)
    assert leaf.group(1) == "Saulgriezi: 67 % of the hours met; the rest: nobody"


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [("name", "Ādaži Municipality", "Velziedi"), ("-name", "Velziedi", "Ādaži Municipality")],
)
def test_the_table_sorts_on_the_server_by_the_readers_alphabet(signed_in, nora, sort, first, last):
    found = rows(signed_in(nora).get(f"{PAGE}?sort={sort}"))
    assert (found[0].strip(), found[-1].strip()) == (first, last)


@pytest.mark.parametrize("sort", ["met", "-gap", "worst", "confirmed", "own", "governance", "version", "no-such"])
def test_every_column_sorts_and_an_unknown_one_does_no_harm(signed_in, nora, sort):
    page = signed_in(nora).get(f"{PAGE}?sort={sort}")
    assert page.status_code == 200
    assert len(rows(page)) == len(set(rows(page)))


def test_best_met_comes_last_where_the_worst_comes_first(signed_in, nora):
    client = signed_in(nora)
    worst_first = rows(client.get(f"{PAGE}?need=bed&profile=man&sort=met"))
    assert set(worst_first[-2:]) == {"Saulgriezi", "Velziedi"}


def test_the_municipalities_of_2017_are_those_of_that_day(signed_in, nora):
    client = signed_in(nora)
    then, now = client.get(f"{PAGE}?on=2017-10-18&sort=name"), client.get(f"{PAGE}?sort=name")
    assert "Aglona Municipality" in rows(then)
    assert "Aglona Municipality" not in rows(now)
    assert "Municipalities as they were on 18 October 2017" in then.text


@pytest.mark.parametrize(
    "query", ["need=nonsense&profile=nobody", "on=yesterday", "on=9999-12-31", "need=schooling&profile=man"]
)
def test_what_makes_no_sense_is_answered_as_by_default(signed_in, nora, query):
    assert signed_in(nora).get(f"{PAGE}?{query}").status_code == 200


def test_where_nobody_at_all_is_covered_is_told_in_words(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}?need=bed&profile=man").text
    told = page.partition('id="nowhere"')[2]
    assert re.search(r"<strong>At no hour of the year</strong>: [^<]*A bed for tonight", told)
    assert "Rescue from danger to life" not in told


def test_the_table_as_a_file_has_plain_numbers(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}table.csv?need=bed&profile=man")
    found = list(csv.DictReader(io.StringIO(page.content.decode("utf-8-sig"))))
    demo = next(row for row in found if row["key"] == "lv-demo")
    assert (demo["gap_hours_a_year"], demo["worst_need"], demo["invented"]) == ("2920.0", "bed", "1")
    assert page.headers["Content-Disposition"].startswith("attachment")


def test_the_map_as_a_file_stands_alone(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}map.svg")
    assert page.headers["Content-Type"] == "image/svg+xml"
    assert "<a " not in page.text


def test_the_number_of_queries_does_not_grow_and_a_second_view_costs_less(signed_in, nora, django_assert_num_queries):
    client = signed_in(nora)
    client.get("/en/staff/access/")
    caches["computed"].clear()
    with django_assert_num_queries(8):
        client.get(f"{PAGE}?need=bed&profile=man")
    with django_assert_num_queries(8):
        client.get(f"{PAGE}?need=bed&profile=man&on=2017-10-18")
    with django_assert_num_queries(4):
        client.get(f"{PAGE}?need=bed&profile=man")


def test_a_saved_version_is_seen_at_once(signed_in, nora, alice_of_the_demo, demo):
    client = signed_in(nora)
    assert "67 %" in client.get(f"{PAGE}?need=bed&profile=man").text
    layer = documents.layer_of(demo)
    latest = documents.latest(layer)
    document = {
        **latest.document,
        "institutions": {
            key: {name: value for name, value in entry.items() if name != "services"}
            for key, entry in latest.document["institutions"].items()
        },
    }
    save(layer=layer, document=document, by=alice_of_the_demo, at=datetime.now(UTC), reason="Nothing is left",
         on_version=latest.number)  # fmt: skip
    assert "67 %" not in row_of("Saulgriezi", client.get(f"{PAGE}?need=bed&profile=man"))


def test_the_years_figures_say_that_moved_days_are_not_announced(signed_in, nora, monkeypatch):
    awaited = "lapotne.apps.mechanism.presenters.words.moved_days.years_without_moved_days"
    monkeypatch.setattr(awaited, lambda country, *_days: [2098] if country.upper() == "LV" else [])
    assert "moves in 2098 aren’t announced yet" in signed_in(nora).get(PAGE).text
    monkeypatch.setattr(awaited, lambda *_asked: [])
    assert "aren’t announced yet" not in signed_in(nora).get(PAGE).text
