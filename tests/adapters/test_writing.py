"""Documents written as YAML: nothing is lost, the order is stable, and comments outlive an edit."""

from copy import deepcopy
from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.adapters.mechanism_yaml import Document, check_stored, edited, write_mechanism, write_raw
from lapotne.adapters.mechanism_yaml.shape.entries import COMPETENCES
from lapotne.adapters.mechanism_yaml.writing import ORDER
from lapotne.adapters.schemas import schema_of
from lapotne.adapters.shapes.vocabulary import Vocabulary
from lapotne.adapters.yaml_text.reading import read_tree
from tests.adapters.conftest import ROOT
from tests.adapters.texts import TOWN

FILES = sorted([*(ROOT / "mechanisms").glob("*.yaml"), *(ROOT / "demo").glob("*.yaml")])

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        "null",
        "~",
        "yes",
        "no",
        "012",
        "1e3",
        "0x1F",
        "1_000",
        "2026-11-24",
        "24/7",
        "+371 0",
        "110",
        ": ",
        " #",
        "- a",
        "a\nb",
        "<<",
        "=",
        "",
    ]
)
values = st.recursive(
    words | st.none() | st.booleans() | st.integers(-(10**14), 10**14),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)
documents = st.dictionaries(words, values, min_size=1, max_size=5)


def read(text: str):
    tree, problems = read_tree(text, "")
    assert problems == []
    return tree.value


@given(raw=documents)
def test_reading_what_was_written_gives_the_same_values(raw):
    assert read(write_raw(raw)) == raw


@given(raw=documents)
def test_the_order_in_which_keys_came_does_not_matter(raw):
    assert write_raw(dict(reversed(raw.items()))) == write_raw(raw)


@given(before=documents, after=documents)
def test_an_edit_of_any_document_gives_the_edited_values(before, after):
    document = Document(before, text=write_raw(before))
    assert read(edited(document, after).text) == after


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_shipped_file_is_written_as_it_is(file):
    text = file.read_text(encoding="utf-8")
    assert write_mechanism(Document(read(text), text=text)) == text
    assert read(write_raw(read(text))) == read(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_edit_touches_its_own_lines_only(file):
    text = file.read_text(encoding="utf-8")
    raw = deepcopy(read(text))
    institution = next(entry for entry in raw["institutions"].values() if "absent" not in entry)
    institution["note"] = {"en": "NEW: a remark"}
    changes = difference(text, edited(Document(read(text), text=text), raw).text)
    assert [line for line in changes if "NEW" in line or line.startswith("-")] == ['+    note: {en: "NEW: a remark"}']


def test_comments_outlive_an_edit():
    text = TOWN.replace("        meets: [bed]", "        # since the fire\n        meets: [bed]  # and nothing else")
    raw = deepcopy(read(text))
    raw["institutions"]["shelter"]["services"]["night"]["meets"].append("food")
    raw["institutions"]["shelter"]["services"]["night"]["availabilities"][0]["hours"] = "24/7"
    after = edited(Document(read(text), text=text), raw).text
    assert "        # since the fire\n        meets: [bed, food] # and nothing else\n" in after
    assert len(difference(text, after)) == 4


def test_a_value_shared_by_an_alias_is_edited_alone():
    text = "a: &x {b: 1}\nc: *x\n"
    assert read(edited(Document(read(text), text=text), {"a": {"b": 2}, "c": {"b": 1}}).text) == {
        "a": {"b": 2},
        "c": {"b": 1},
    }


def test_a_document_from_the_database_is_written_in_the_formats_order(checker):
    stored = check_stored(dict(sorted(read(TOWN).items())), checker)
    assert write_mechanism(stored).splitlines()[:4] == [
        "lapotne: 1",
        "layer: municipality",
        "key: lv-valmiera",
        "municipality: LV-113",
    ]


def test_the_order_knows_every_key_of_the_format():
    assert named(schema_of("mechanism", Vocabulary())) <= {*ORDER, *COMPETENCES}


def named(schema) -> set[str]:
    """Every property that a schema names."""
    if isinstance(schema, list):
        return set().union(*map(named, schema))
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    return set(own).union(*(named(inner) for inner in (*own.values(), *schema.values())))


def difference(before: str, after: str) -> list[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
