"""Whatever rulebook files hold, reading them ends in rulebooks or in problems with lines, never in a traceback."""

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.adapters.law_json import facts_schema, law_document
from lapotne.adapters.rulebook_yaml import read_law, read_person, read_situations
from lapotne.adapters.yaml_text.reading import read_tree
from lapotne.domain.entitlements.clocks import clock
from lapotne.domain.entitlements.facts import ContradictionError
from lapotne.domain.entitlements.situations import differing
from lapotne.domain.entitlements.timeline import timeline
from tests.adapters.rulebook_yaml.files import FILES, written
from tests.adapters.test_no_traceback import mutated, places_of, put, values

DAYS = (date.min, date(2017, 2, 1), date(2026, 11, 24), date.max)
SLIPS = ["2017-02", "2200", "1900-01-01", "2200-12-31", 1_000_000_000, "year", "never", "unsaid", {"fact": "began"}]
STARTS = {"began": date(2017, 1, 31)}
names = st.sampled_from(sorted(FILES))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("rules")


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    return read_law(written(tmp_path_factory.mktemp("good"))).rulebooks


def can_begin(book) -> bool:
    return "began" in book.facts and book.facts["began"].kind == "date"


def sane(folder) -> None:
    """Rulebooks answer on any day; problems have their lines, and without rulebooks one of them is an error."""
    law = read_law(folder)
    assert all(problem.line >= 1 and problem.message for problem in law.problems)
    assert (law.rulebooks is None or law.left_out != ()) == any(problem.is_error for problem in law.problems)
    for book in law.rulebooks.by_country.values() if law.rulebooks else ():
        for day in DAYS:
            json.dumps(law_document(book, {}, day, "lv"))
            json.dumps(law_document(book, STARTS if can_begin(book) else {}, day, "en"))
        for one in book.entitlements.values():
            for day in DAYS:
                timeline(book, one, day)
                running = clock(book, one, day)
                assert running is None or running.on(day)
        for _, _, situation in read_situations(folder, book).found:
            differing(situation, book)


@given(data=st.data())
def test_a_file_with_random_slips_is_read_or_told_of(data, folder):
    name = data.draw(names)
    written(folder)
    (folder / name).write_text(data.draw(mutated(FILES[name])), "utf-8", errors="surrogatepass")
    sane(folder)


@given(data=st.data())
def test_a_file_with_random_values_is_read_or_told_of(data, folder):
    name = data.draw(names)
    written(folder)
    raw = read_tree(FILES[name], "")[0].value
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([path for path in places_of(raw) if path]))
        raw = put(raw, path, data.draw(values | st.sampled_from(SLIPS)))
    try:
        text = json.dumps(raw, allow_nan=False)
    except ValueError:
        return
    (folder / name).write_text(text, "utf-8", errors="surrogatepass")
    sane(folder)


@given(name=names, content=st.binary())
def test_any_bytes_are_read_or_told_of(name, content, folder):
    (written(folder) / name).write_bytes(content)
    sane(folder)


@given(text=st.text() | mutated("applied: true\nstatus: victim\nage: {from: 15, below: 18}\nbegan: 2017-02-01\n"))
def test_any_facts_are_judged_or_told_of(text, good):
    found = read_person(text, good.facts)
    if isinstance(found, list):
        assert all(problem.line >= 1 and problem.message for problem in found)
        return
    with suppress(ContradictionError):
        json.dumps(law_document(good.by_country["xa"], found, date(2017, 2, 1), "en"))


def test_the_schema_of_facts_names_each_with_its_question(good):
    told = facts_schema(good.facts, "lv")["properties"]
    assert next((key, entry["title"], entry["description"]) for key, entry in told.items()) == (
        "applied",
        "Iesniegums",
        "Vai ir iesniegums?",
    )
