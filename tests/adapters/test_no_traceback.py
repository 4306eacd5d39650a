"""Whatever a file holds, reading it ends in a document or in problems with lines, never in a traceback."""

import json
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from lapotne.adapters.mechanism_yaml import Document, Library, check_stored, read_mechanism
from lapotne.adapters.mechanism_yaml.hours import trouble_with
from lapotne.domain.moments.timetable import Timetable, plan_of
from tests.adapters.conftest import ROOT
from tests.adapters.texts import COUNTRY, PROTOCOL, TOWN

REAL = (ROOT / "mechanisms" / "lv-valmiera.yaml").read_text(encoding="utf-8")
PIECES = [
    "\n", "  ", "\t", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!t ", "!!set ", "<<: *a\n", "|\n", ">-\n",
    "? ", "#", '"', "'", "%YAML 1.1\n", "---\n", "...\n", "null", "~", "true", "1e999", "0x1F", "-0",
    "99999999999999999999", "2026-13-45", "today+9999d", "today", "unknown", "absent: x", "\u2028", "\ufeff",
    "\x85", "lapotne: 1\n", "0001-01-01", "9999-12-31", '"Mo-Su 00:00-24:00; easter off"', "PH,Mo[1] 10:00+",
    "week 53", "Feb 30", "meets: [bed]", "age: {from: 5}", "é",
]  # fmt: skip

pieces = st.sampled_from(PIECES) | st.text(max_size=8)
scalars = (
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats() | st.sampled_from(PIECES) | st.text(max_size=12)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PIECES) | st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@st.composite
def mutated(draw, text: str) -> str:
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(pieces) + text[end:]
    return text


def sane(found, checker) -> None:
    """A document decodes; problems have their lines, and at least one of them is an error."""
    if isinstance(found, Document):
        town = checker.reference.by_code.get(found.municipality or "LV-113", ())
        library = Library(checker, {found.key: found})
        for municipality in town:
            library.mechanism(municipality.key)
            library.protocol(municipality.key)
        return
    assert any(problem.is_error for problem in found)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in found)


@given(data=st.data())
def test_a_file_with_random_slips_is_read_or_told_of(data, checker):
    text = data.draw(mutated(data.draw(st.sampled_from([TOWN, COUNTRY, TOWN + PROTOCOL]))))
    sane(read_mechanism(text, checker), checker)


@given(data=st.data())
def test_a_real_file_with_random_slips_is_read_or_told_of(data, checker):
    sane(read_mechanism(data.draw(mutated(REAL)), checker), checker)


@given(text=st.text())
def test_any_text_is_read_or_told_of(text, checker):
    sane(read_mechanism(text, checker), checker)


@given(content=st.binary())
def test_any_bytes_are_read_or_told_of(content, checker, tmp_path_factory):
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(content)
    sane(read_mechanism(file, checker), checker)


def places_of(value, path=()):
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_of(inner, (*path, key))


def put(raw, path, value):
    raw = deepcopy(raw)
    at = raw
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return raw


@given(data=st.data())
def test_a_document_with_random_values_is_kept_or_told_of(data, checker):
    raw = dict(read_mechanism(data.draw(st.sampled_from([TOWN + PROTOCOL, COUNTRY])), checker).raw)
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from([path for path in places_of(raw) if path]))
        raw = put(raw, path, data.draw(values))
    stored = check_stored(raw, checker)
    if isinstance(stored, Document):
        sane(stored, checker)
    else:
        assert any(problem.is_error for problem in stored)
    # JSON is YAML: the same values as a text come out the same way.
    as_text = read_mechanism(json.dumps(raw, allow_nan=False) if is_json(raw) else "", checker)
    sane(as_text, checker)


def is_json(raw) -> bool:
    try:
        json.dumps(raw, allow_nan=False)
    except ValueError:
        return False
    return True


DAYS = [
    "Mo-Fr",
    "Mo[1]",
    "PH",
    "PH,Mo",
    "PH +1 day",
    "Jan 1-Feb 3",
    "2026 Dec 24",
    "easter -1 day",
    "week 1-53/2 Mo",
    "SH",
    "",
]
TIMES = [
    "08:00-17:00",
    "22:00-06:00",
    "24/7",
    "off",
    "unknown",
    '"call; me"',
    "08:00+",
    "00:00-00:00",
    "sunrise-10:00",
    "99:99",
]
rules = st.tuples(st.sampled_from(DAYS), st.sampled_from(TIMES)).map(" ".join)
hours_texts = st.lists(rules, min_size=1, max_size=4).map("; ".join) | st.text(max_size=30)


@given(text=hours_texts)
def test_hours_that_pass_can_be_judged_on_any_day(text):
    if trouble_with(text) or text == "unknown":
        return
    for day in range(20_470, 20_480):
        plan_of(Timetable(text), day, frozenset([20_473]), (20_470, 20_480))
