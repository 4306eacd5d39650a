"""What towns have tried, as one list and by the town that adopted it."""

import re

import pytest

PARTS = "problem: Rain. | done: A roof. | evidence: Dry."


@pytest.fixture
def practices(load, town, other_town):
    """Two in English, adopted by one and by two towns, a third by nobody; one in Latvian only."""
    load(
        group=f"kind: practice\nadopted_by: [{town.key}]", group__en=f"A group | Words. | Words. | {PARTS}",
        course=f"kind: practice\nadopted_by: [{other_town.key}, {town.key}]",
        course__en=f"A course | Words. | Words. | {PARTS}",
        idea="kind: practice", idea__en=f"An idea | Words. | Words. | {PARTS}",
        own=f"kind: practice\nadopted_by: [{town.key}]", own__lv=f"Pašu | Vārdi. | Vārdi. | {PARTS}",
    )  # fmt: skip


def titles(text: str) -> set[str]:
    return set(re.findall(r'class="story__title"[^>]*>([^<]+)<', text))


def noted(text: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", found) for found in re.findall(r'class="story__day">(.*?)</span>\n', text)]


def chips(text: str) -> list[tuple[str, bool, str]]:
    """Address, whether it is where one is, and the name."""
    row = text.partition('aria-label="By municipality"')[2].partition("</nav>")[0]
    found = re.findall(r'href="([^"]+)"([^>]*)>(?:<span[^>]*>)?([^<]+)', row)
    return [(address, "aria-current" in more, name) for address, more, name in found]


def test_the_list_says_who_adopted_what(client, practices, town, other_town):
    text = client.get("/en/practices/").text
    assert titles(text) == {"A group", "A course", "An idea"}
    names = {key: name for key, _, name in chips(text)}
    ours, theirs = (names[f"/en/practices/in/{one.key}/"] for one in (town, other_town))
    assert set(noted(text)) == {f"Adopted by: {ours}", f"Adopted by: {theirs}, {ours}"}


def test_a_town_s_list_has_what_it_adopted_and_leads_to_the_others(client, practices, town, other_town):
    text = client.get(f"/en/practices/in/{town.key}/").text
    assert titles(text) == {"A group", "A course"}
    assert next((address, is_here) for address, is_here, _ in chips(text)) == ("/en/practices/", False)
    assert (f"/en/practices/in/{town.key}/", True) in [(address, is_here) for address, is_here, _ in chips(text)]
    assert titles(client.get(f"/en/practices/in/{other_town.key}/").text) == {"A course"}
    assert re.search(r"<h1>Adopted by: ", text)


def test_a_town_that_adopted_nothing_has_an_empty_list_and_no_other_kind_has_towns(client, practices, load, latvia):
    assert client.get("/en/practices/in/lv-nowhere/").status_code == 404
    load(book="kind: publication", book__en="A book")
    assert not chips(client.get("/en/publications/").text)


def test_the_list_asks_as_often_whatever_its_length(client, practices, load, town, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get("/en/practices/")
    load(**{f"more{at}": f"kind: practice\nadopted_by: [{town.key}]" for at in range(3)} | {
        f"more{at}__en": f"More {at} | Words. | Words. | {PARTS}" for at in range(3)})  # fmt: skip
    with django_assert_max_num_queries(10):
        client.get("/en/practices/")
