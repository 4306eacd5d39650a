"""A document changed in one place says no more than it must, and means what was wanted."""

import pytest

from lapotne.domain.mechanism.editing import Edit, edited, effective
from lapotne.domain.mechanism.layers import at, merge

PATH = ("institutions", "police", "services", "patrol")
ABOVE = {"meets": ["safety"], "payer": "state", "eligibility": {"sex": "unknown", "age": "adult"}}
UPPER = {"institutions": {"police": {"type": "state_police", "services": {"patrol": ABOVE}}}}


def held(own):
    return at(merge([("lv", UPPER), ("lv-town", own)]).raw, PATH)


@pytest.mark.parametrize(
    ("own", "wanted", "said"),
    [
        ({}, ABOVE, None),
        ({}, {**ABOVE, "payer": "ngo"}, {"payer": "ngo"}),
        ({"payer": "ngo"}, ABOVE, None),
        ({"payer": "state"}, ABOVE, {"payer": "state"}),
        ({}, {**ABOVE, "eligibility": {"age": "adult"}}, {"eligibility": {"sex": None}}),
        ({}, {key: ABOVE[key] for key in ("meets", "payer")}, {"eligibility": None}),
        ({"languages": ["lv"]}, ABOVE, None),
        ({"absent": "none here"}, ABOVE, None),
    ],
)
def test_an_override_says_only_what_differs(own, wanted, said):
    document = {"institutions": {"police": {"services": {"patrol": own}}}} if own else {}
    document = edited(document, UPPER, Edit(PATH, wanted))
    assert at(document, PATH) == said
    if said is None:
        assert "institutions" not in document


def test_what_holds_afterwards_is_what_was_wanted():
    wanted = {"meets": ["safety", "bed"], "payer": "ngo", "eligibility": {"age": "child"}, "names": {"lv": "Patruļa"}}
    document = edited({}, UPPER, Edit(PATH, wanted))
    assert held(document) == {**wanted, "eligibility": {"sex": None, "age": "child"}}
    assert effective(at(document, PATH), ABOVE) == held(document)


def test_an_entry_from_above_is_removed_with_a_reason_and_brought_back_without():
    removed = edited({}, UPPER, Edit(PATH, None, "there is none here"))
    assert at(removed, PATH) == {"absent": "there is none here"}
    assert held(removed) is None
    assert edited(removed, UPPER, Edit(PATH, ABOVE)) == {}


def test_ones_own_entry_simply_goes():
    own = {"institutions": {"ngo": {"services": {"meal": {"payer": "ngo"}, "bed": {}}}}}
    assert edited(own, {}, Edit(("institutions", "ngo", "services", "meal"), None, "ended")) == {
        "institutions": {"ngo": {"services": {"bed": {}}}}
    }


def test_the_arguments_stay_as_they_are():
    own = {"institutions": {"police": {"services": {"patrol": {"payer": "ngo"}}}}}
    edited(own, UPPER, Edit(PATH, {"payer": "other"}))
    assert own == {"institutions": {"police": {"services": {"patrol": {"payer": "ngo"}}}}}
