"""The published schemas: right by their own rules, and of one mind with the checker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from lapotne.adapters.mechanism_yaml import read_mechanism
from lapotne.adapters.schemas import SCHEMAS, schema_of
from lapotne.adapters.yaml_text.reading import read_tree
from tests.adapters.conftest import ROOT
from tests.adapters.test_messages import IN_THE_TOWN
from tests.adapters.test_no_traceback import places_of, put, values
from tests.adapters.texts import COUNTRY, TOWN, changed

FILES = [
    *[("mechanism", file) for folder in ("mechanisms", "demo") for file in sorted((ROOT / folder).glob("*.yaml"))],
    *[(file.stem, file) for file in sorted((ROOT / "reference").glob("*.yaml")) if file.stem in SCHEMAS],
    *[("municipalities", file) for file in sorted(ROOT.glob("*/municipalities/*.yaml"))],
]

NOT_IN_A_SCHEMA = (
    *("source", "address", "hours", "order", "twice", "layer", "lacks", "belong together", "calendar"),
    *("a code that", "from today", "nobody gave", "nobody listed"),
)
"""Rules of the checker that look at more than one value, at a text's meaning, or at the other layers."""


@pytest.fixture(scope="session")
def valid(reference):
    validators = {name: Draft202012Validator(schema_of(name, reference.vocabulary)) for name in SCHEMAS}
    return lambda name, raw: validators[name].is_valid(raw)


def values_of(text: str):
    return read_tree(text, "")[0].value


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_right_by_its_own_rules(name, reference):
    schema = schema_of(name, reference.vocabulary)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:lapotne:schema:{name}:1"


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda value: getattr(value, "name", value))
def test_a_shipped_file_is_valid(name, file, reference):
    validator = Draft202012Validator(schema_of(name, reference.vocabulary))
    errors = [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(values_of(file.read_text("utf-8")))
    ]
    assert errors == []


SHAPES = [row for row in IN_THE_TOWN if not any(word in row[0] for word in NOT_IN_A_SCHEMA)]


@pytest.mark.parametrize(("situation", "change", "expected"), SHAPES, ids=[row[0] for row in SHAPES])
def test_what_the_checker_says_of_a_shape_the_schema_says_too(situation, change, expected, valid):
    tree, problems = read_tree(changed(TOWN, *change), "")
    assert problems or tree is None or not valid("mechanism", tree.value)


@given(data=st.data())
def test_what_the_checker_takes_the_schema_takes(data, checker, valid):
    raw = values_of(data.draw(st.sampled_from([TOWN, COUNTRY])))
    for _ in range(data.draw(st.integers(1, 3))):
        raw = put(raw, data.draw(st.sampled_from([path for path in places_of(raw) if path])), data.draw(values))
    if not any(fault.severity == "error" for fault in checker.faults(raw, lambda _: None)):
        assert valid("mechanism", raw)


def test_a_good_town_is_valid(valid, checker):
    assert valid("mechanism", read_mechanism(TOWN, checker).raw)
