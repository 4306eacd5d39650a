"""Layers laid over each other: what wins, what is inherited, what is removed, and where each value comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.mechanism.layers import Absence, merge

COUNTRY = {"police": {"names": {"lv": "Policija"}, "hours": ["day", "night"], "services": {"a": {"meets": ["safety"]}}}}

SITUATIONS = [
    ("nothing below", {}, COUNTRY),
    (
        "a field is overridden, its neighbours stay",
        {"police": {"names": {"en": "Police"}}},
        {"police": COUNTRY["police"] | {"names": {"lv": "Policija", "en": "Police"}}},
    ),
    ("a list is replaced whole", {"police": {"hours": ["day"]}}, {"police": COUNTRY["police"] | {"hours": ["day"]}}),
    (
        "an entry is removed",
        {"police": {"services": {"a": {"absent": "no car"}}}},
        {"police": COUNTRY["police"] | {"services": {}}},
    ),
    ("null is an answer too", {"police": {"hours": None}}, {"police": COUNTRY["police"] | {"hours": None}}),
    (
        "a word replaces a mapping",
        {"police": {"names": "unknown"}},
        {"police": COUNTRY["police"] | {"names": "unknown"}},
    ),
    ("an entry is added", {"ngo": {"names": {}}}, COUNTRY | {"ngo": {"names": {}}}),
    ("what nobody has can't be removed", {"ngo": {"absent": "closed"}}, COUNTRY),
]


@pytest.mark.parametrize(("situation", "lower", "expected"), SITUATIONS, ids=[row[0] for row in SITUATIONS])
def test_the_lower_layer_wins_field_by_field(situation, lower, expected):
    assert merge([("lv", COUNTRY), ("town", lower)]).raw == expected


def test_every_value_remembers_its_layer():
    merged = merge([("lv", COUNTRY), ("region", {"ngo": {"names": {}}}), ("town", {"police": {"hours": ["day"]}})])
    assert merged.layers_of(("police", "hours")) == {"town"}
    assert merged.layers_of(("police", "names", "lv")) == {"lv"}
    assert merged.layers_of(("police", "services", "a")) == {"lv"}
    assert merged.layers_of(("police",)) == {"lv", "town"}
    assert merged.layers_of(("ngo", "names")) == {"region"}


def test_a_removal_is_remembered_with_its_reason():
    merged = merge([("lv", COUNTRY), ("town", {"police": {"services": {"a": {"absent": "no car"}}}})])
    assert merged.absences == (Absence(("police", "services", "a"), "town", "no car"),)


def test_a_removed_entry_can_come_back_lower_down():
    merged = merge(
        [("lv", COUNTRY), ("region", {"police": {"absent": "x"}}), ("town", {"police": {"names": {"en": "P"}}})]
    )
    assert merged.raw == {"police": {"names": {"en": "P"}}}
    assert merged.layers_of(("police",)) == {"town"}


def test_the_arguments_stay_as_they_were():
    before = {"police": {"names": {"lv": "Policija"}}}
    merge([("lv", before), ("town", {"police": {"names": {"lv": "Cita"}}})])
    assert before == {"police": {"names": {"lv": "Policija"}}}


keys = st.sampled_from("abc")
leaves = st.integers(0, 3) | st.lists(st.integers(0, 3), max_size=2) | st.none()
documents = st.recursive(leaves, lambda inner: st.dictionaries(keys, inner, max_size=3), max_leaves=8).filter(
    lambda value: isinstance(value, dict)
)


@given(layers=st.lists(documents, min_size=1, max_size=3))
def test_each_leaf_is_the_lowest_layers_that_speaks_of_it(layers):
    merged = merge((str(number), layer) for number, layer in enumerate(layers))
    for path, value in leaves_of(merged.raw):
        (layer,) = merged.layers_of(path)
        assert follow(layers[int(layer)], path) == value
        assert all(unspoken(below, path) for below in layers[int(layer) + 1 :])


def leaves_of(raw, path=()):
    for key, value in raw.items():
        if isinstance(value, dict) and value:
            yield from leaves_of(value, (*path, key))
        elif not isinstance(value, dict):
            yield (*path, key), value


def follow(raw, path):
    for key in path:
        raw = raw[key]
    return raw


def unspoken(raw, path) -> bool:
    """Whether a layer says nothing at a path: it ends early in a mapping."""
    for key in path:
        if not isinstance(raw, dict):
            return False
        if key not in raw:
            return True
        raw = raw[key]
    return isinstance(raw, dict) and not raw
