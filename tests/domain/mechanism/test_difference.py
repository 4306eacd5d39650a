"""Two documents compared: every place that differs, in words a reader can follow, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.mechanism.difference import Difference, difference

DAY = {"key": "day", "hours": "Mo-Fr 08:00-17:00", "mode": "in_person"}
NIGHT = {"key": "night", "hours": "Mo-Su 17:00-08:00", "mode": "on_call"}

SITUATIONS = [
    ("nothing", {"a": 1}, {"a": 1}, []),
    ("another order of keys is no difference", {"a": 1, "b": 2}, {"b": 2, "a": 1}, []),
    ("a value", {"a": {"b": 1}}, {"a": {"b": 2}}, ["a.b: 1 -> 2"]),
    ("an entry added", {}, {"a": {"b": 1}}, ["a: added {'b': 1}"]),
    ("an entry taken away", {"a": 1}, {}, ["a: removed 1"]),
    ("null is something else than nothing", {}, {"a": None}, ["a: added None"]),
    ("true is something else than 1", {"a": 1}, {"a": True}, ["a: 1 -> True"]),
    ("a list of words as a whole", {"a": ["x"]}, {"a": ["x", "y"]}, ["a: ['x'] -> ['x', 'y']"]),
    ("a list filled", {"a": []}, {"a": [DAY]}, [f"a: [] -> {[DAY]}"]),
    (
        "an availability by its key, wherever it stands",
        {"a": [DAY, NIGHT]},
        {"a": [NIGHT | {"mode": "phone"}, DAY]},
        ["a.night.mode: 'on_call' -> 'phone'"],
    ),
    ("an availability added", {"a": [DAY]}, {"a": [DAY, NIGHT]}, [f"a.night: added {NIGHT}"]),
    ("a contact without a key by its number", {"a": [{"b": 1}]}, {"a": [{"b": 2}]}, ["a.1.b: 1 -> 2"]),
]


@pytest.mark.parametrize(("situation", "before", "after", "said"), SITUATIONS, ids=[row[0] for row in SITUATIONS])
def test_what_differs_is_said_place_by_place(situation, before, after, said):
    assert [str(found) for found in difference(before, after)] == said


keys = st.sampled_from("abc")
leaves = st.none() | st.booleans() | st.integers(0, 1) | st.lists(st.integers(0, 1), max_size=2)
values = st.recursive(
    leaves, lambda inner: st.dictionaries(keys, inner, max_size=3) | st.lists(inner, max_size=2), max_leaves=8
)
documents = st.dictionaries(keys, values, max_size=3)


@given(document=documents)
def test_a_document_does_not_differ_from_itself(document):
    assert list(difference(document, document)) == []


@given(before=documents, after=documents)
def test_what_is_not_told_is_equal_and_the_way_back_is_the_mirror(before, after):
    told = list(difference(before, after))
    assert bool(told) == (not equal(before, after))
    back = {Difference(one.path, one.after, one.before, one.is_removed, one.is_added).path for one in told}
    assert {one.path for one in difference(after, before)} == back


def equal(one, other) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list) and any(isinstance(item, dict) for item in (*one, *other)):
        return len(one) == len(other) and all(map(equal, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)
