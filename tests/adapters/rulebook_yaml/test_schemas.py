"""The published schemas: right by their own rules, and of one mind with the checker about every shipped file."""

import pytest
from jsonschema import Draft202012Validator

from lapotne.adapters.law_json import facts_schema
from lapotne.adapters.rulebook_yaml.schemas import LAW_SCHEMAS, law_schema_of
from lapotne.adapters.yaml_text.reading import read_tree
from tests.rules.shipped import RULES, rulebooks

PLACES = {
    "facts": "facts.yaml",
    "topics": "topics.yaml",
    "law_sources": "**/sources.yml",
    "rulebook": "*/rulebook.yaml",
    "parameter": "*/parameters/*.yaml",
    "entitlement": "*/entitlements/*.yaml",
    "situations": "*/tests/[!i]*.yaml",
    "inventory": "*/tests/inventory.yaml",
}


@pytest.mark.parametrize("name", LAW_SCHEMAS)
def test_a_schema_is_right_and_takes_every_shipped_file(name):
    schema = law_schema_of(name, rulebooks())
    Draft202012Validator.check_schema(schema)
    validator, errors = Draft202012Validator(schema), []
    for file in RULES.glob(PLACES[name]):
        found = validator.iter_errors(read_tree(file.read_text("utf-8"), "")[0].value)
        errors += [f"{file.relative_to(RULES)} {error.json_path}: {error.message}" for error in found]
    assert errors == []


def test_the_schema_of_facts_takes_what_a_person_may_tell():
    validator = Draft202012Validator(facts_schema(rulebooks().facts))
    Draft202012Validator.check_schema(validator.schema)
    assert validator.is_valid({"written_application": True, "age": 17, "proceedings_began": "2016-11-03"})
    assert validator.is_valid({"written_application": "unknown", "age": {"below": 18}, "proceedings_began": "never"})
    assert not validator.is_valid({"written_application": "maybe"})
    assert not validator.is_valid({"colour": "red"})
