"""What is promised of every country: situations for every verdict and change, sources, tags, sentences."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from lapotne.domain.entitlements.sentences import Speaker
from lapotne.domain.entitlements.upkeep import without_source
from tests.rules.shipped import books, law, rulebooks, situations

BOOKS = books()
ENTITLEMENTS = [(book, one) for book in BOOKS for one in book.entitlements.values()]
VERDICTS = ("yes", "no", "unknown")
TAGS = yaml.safe_load((Path(__file__).parent / "archive_tags.yaml").read_text("utf-8"))
PROMISED = 200
BESIDE = {
    "National plans exist in Latvia, Estonia and Poland",
    "Counselling services in almost every Land, most on sexual exploitation or for women",
}
"""Told by the archive beside what section 3 tags."""

each_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.country)
each_entitlement = pytest.mark.parametrize(
    ("book", "entitlement"), ENTITLEMENTS, ids=[f"{book.country}/{one.key}" for book, one in ENTITLEMENTS]
)


def told(book):
    return [situation for _, _, situation in situations(book.country).found]


def test_every_file_is_right():
    assert [str(problem) for problem in law().problems] == []


@each_book
def test_files_of_situations_are_right(book):
    assert [str(problem) for problem in situations(book.country).problems] == []


@each_book
def test_no_situation_has_the_name_of_another(book):
    names = situations(book.country).names
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_there_are_as_many_situations_as_promised():
    assert sum(len(told(book)) for book in BOOKS) >= PROMISED


@each_entitlement
def test_an_entitlement_has_a_yes_a_no_and_an_unknown(book, entitlement):
    excused = (situations(book.country).inventory.get("lacking") or {}).get(entitlement.key) or {}
    found = {situation.expect.get(entitlement.key, {}).get("verdict") for situation in told(book)}
    assert [verdict for verdict in VERDICTS if verdict not in found and verdict not in excused] == []


@each_book
def test_a_dated_change_has_its_day_and_the_day_before(book):
    asked = {(key, situation.day) for situation in told(book) for key in keys_of(book, situation)}
    lacking = [
        f"{key}: {day}"
        for key, changed in changes(book)
        for day in (changed, changed + timedelta(days=1))
        if (key, day) not in asked
    ]
    assert lacking == []


def changes(book):
    """The days after which an act says that something may be or surely is different; a source's day is no change."""
    for entry in (*book.parameters.values(), *book.entitlements.values()):
        for value in getattr(entry, "values", None) or entry.versions:
            begins = value.dating.in_force or value.dating.adopted_on
            # A month or a year is a window: from its first day it may hold, from its last it does.
            for day in {begins.first, begins.last} if begins else ():
                yield entry.key, day - timedelta(days=1)
            if value.dating.until:
                yield entry.key, value.dating.until.last


def keys_of(book, situation):
    """What a situation tells of: its entitlements and parameters, and the parameters whose amounts it names."""
    for key, expected in situation.expect.items():
        yield key
        if key in book.entitlements and set(expected) - {"verdict", "ask", "because", "open_questions"}:
            yield from book.entitlements[key].gives


@each_book
def test_every_value_has_a_source(book):
    assert without_source(book) == ()


@each_book
def test_the_inventory_names_situations_that_exist(book):
    inventory = situations(book.country).inventory
    named = {name for entry in inventory.get("inventory", ()) for name in entry.get("situations") or ()}
    assert sorted(named - set(situations(book.country).names)) == []
    assert inventory, "rules/<country>/tests/inventory.yaml gives each tagged fact its situations"


@pytest.mark.parametrize("country", TAGS)
def test_every_place_that_the_reference_tags_as_the_archives_has_its_entry(country):
    entries = {entry["fact"]: entry for entry in situations(country).inventory["inventory"]}
    for place in TAGS[country]:
        standing = [entries[fact] for fact in place["entries"]]
        assert standing
        assert all(entry.get("situations") or entry["why_none"] for entry in standing)
        assert set(place["months"]) <= {month for entry in standing for month in entry["tag"].split() if month != "S"}


@pytest.mark.parametrize("country", TAGS)
def test_every_entry_of_the_archive_is_one_that_the_reference_tags(country):
    named = {fact for place in TAGS[country] for fact in place["entries"]}
    entries = situations(country).inventory["inventory"]
    untagged = {entry["fact"] for entry in entries if entry["tag"].startswith("S")} - named
    assert untagged <= BESIDE


@each_entitlement
@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_rule_reads_as_a_sentence(book, entitlement, language):
    for version in entitlement.versions:
        sentence = Speaker(language, book).sentence(version.when)
        assert sentence[0] == sentence[0].upper()
        assert "{" not in sentence
        assert "  " not in sentence


def test_no_rulebook_names_a_fact_that_nobody_explains():
    assert all(fact.question and fact.why for fact in rulebooks().facts.values())
