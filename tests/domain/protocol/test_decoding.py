"""A protocol from plain values: Latvia's own, a town's changes to it, and documents that are wrong."""

from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange
from lapotne.domain.mechanism.layers import merge
from lapotne.domain.protocol.decoding import decode_protocol
from lapotne.domain.protocol.references import THE_PERSON, Reference, ReferenceKind, reference_of
from lapotne.domain.protocol.steps import Protocol, Reach, Status
from tests.domain.protocol.town import LATVIA, decoded, latvia

IN_ORDER = (
    *("recognise", "safety", "inform", "consent", "notify", "bridge", "identify", "reflection"),
    *("plan", "proceedings", "aftercare", "return", "close"),
)


def a_protocol(**step):
    return {"steps": {"one": {"acts": ["competence:inform"], **step}}}


def problems(raw):
    found = decode_protocol(raw)
    assert isinstance(found, list)
    return found


def laid_over(change):
    """Latvia's protocol with a town's changes, as layers are laid over each other."""
    return decoded(merge([("lv", latvia()), ("lv-x", change)]).raw)


def test_latvia_has_thirteen_steps_in_order_each_said_in_latvian_and_english():
    assert tuple(step.key for step in LATVIA.steps) == IN_ORDER
    assert [step.order for step in LATVIA.steps] == list(range(1, 14))
    texts = [text for step in LATVIA.steps for text in _texts(step)]
    assert all(set(text) == {"lv", "en"} and all(text.values()) for text in texts)


def test_latvias_rule_to_notify_both_stands_with_its_source():
    notify = LATVIA.step("notify")
    assert [str(one) for one in notify.acts] == [
        "type:state_police/receive_report",
        "type:service_provider/receive_report",
    ]
    assert (notify.reach, notify.source) == (Reach.ALL, "general-model-2017")
    assert LATVIA.sources["general-model-2017"].date == "2017"


def test_every_note_of_law_has_a_source_and_every_time_without_one_is_proposed():
    notes = [note for step in LATVIA.steps for part in (step, *step.variants) for note in part.law]
    notes += [note for situation in LATVIA.situations for note in situation.law]
    assert notes
    assert all(note.source in LATVIA.sources for note in notes)
    times = [
        time
        for step in LATVIA.steps
        for part in (step, *step.variants)
        for time in (part.within, part.unanswered)
        if time is not None
    ]
    assert all(time.proposed == (not time.source) for time in times)


def test_a_town_changes_field_by_field_and_replaces_lists_whole():
    found = laid_over(
        {
            "status": "adopted",
            "adopted": {"on": "2026-12-01", "number": "12", "by": "council"},
            "steps": {
                "notify": {"within": {"minutes": 30, "proposed": False}, "acts": ["institution:state-police"]},
                "safety": {"variants": {"child": {"acts": ["institution:orphans-court"]}}},
                "return": {"absent": "nobody returns from here"},
            },
        }
    )
    notify = found.step("notify")
    assert (notify.within.minutes, notify.within.proposed) == (30, False)
    assert [str(one) for one in notify.acts] == ["institution:state-police"]
    assert notify.names == LATVIA.step("notify").names
    (child,) = [one for one in found.step("safety").variants if one.situation == "child"]
    assert [str(one) for one in child.acts] == ["institution:orphans-court"]
    assert child.rule == next(one.rule for one in LATVIA.step("safety").variants if one.situation == "child")
    assert "return" not in [step.key for step in found.steps]
    assert (found.status, found.adoption.on, found.adoption.number) == (
        Status.ADOPTED,
        date(2026, 12, 1),
        "12",
    )


def test_situations_keep_the_countrys_order_and_a_towns_own_come_last():
    found = laid_over({"situations": {"harbour": {"when": {"form": "labour"}}}})
    assert [one.key for one in found.situations][:2] == ["danger_to_life", "child"]
    assert found.situations[-1].key == "harbour"


def test_null_is_as_good_as_left_out():
    assert decoded(a_protocol(within=None, decides=None)).steps == decoded(a_protocol()).steps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("need:bed", Reference(ReferenceKind.NEED, "bed")),
        ("competence:decide", Reference(ReferenceKind.COMPETENCE, "decide")),
        ("institution:lv-cesis:ngo", Reference(ReferenceKind.INSTITUTION, "lv-cesis:ngo")),
        ("offer:ngo/night-bed", Reference(ReferenceKind.OFFER, "ngo/night-bed")),
        ("type:state_police/identify", Reference(ReferenceKind.TYPE, "state_police", "identify")),
        ("person", THE_PERSON),
        ("persons", None),
        ("need:", None),
        ("person:", None),
        ("type:/identify", None),
        ("type:state_police/", None),
    ],
)
def test_references_are_read_and_written_alike(text, expected):
    assert reference_of(text) == expected
    assert expected is None or str(expected) == text


@pytest.mark.parametrize(
    ("raw", "path", "said"),
    [
        ({}, ("steps",), "no steps"),
        ({**a_protocol(), "stepz": {}}, ("stepz",), "isn't known"),
        (a_protocol(acts="competence:inform"), ("steps", "one", "acts"), "A list is expected"),
        (a_protocol(acts=["inform"]), ("steps", "one", "acts", 0), "names nobody"),
        (a_protocol(reach="some"), ("steps", "one", "reach"), "isn't known"),
        (a_protocol(within={"minutes": "15"}), ("steps", "one", "within", "minutes"), "whole number"),
        (a_protocol(within={}), ("steps", "one", "within", "minutes"), "whole number"),
        (a_protocol(source="nowhere"), ("steps", "one", "source"), "No source has the key"),
        (a_protocol(variants={"flood": {}}), ("steps", "one", "variants", "flood"), "No situation"),
        (a_protocol(when={}), ("steps", "one", "when"), "A condition is missing"),
        (a_protocol(when={"any": []}), ("steps", "one", "when", "any"), "is empty"),
        (a_protocol(when={"hours": "22-6"}), ("steps", "one", "when", "hours"), "are no hours"),
        (a_protocol(when={"hours": "22:00-25:00"}), ("steps", "one", "when", "hours"), "are no hours"),
        (a_protocol(when={"age": "old"}), ("steps", "one", "when", "age"), "is no age"),
        (a_protocol(when={"police_consent": False}), ("steps", "one", "when", "police_consent"), "A text"),
        (a_protocol(names={"Latvian": "x"}), ("steps", "one", "names", "Latvian"), "no language code"),
        ({**a_protocol(), "status": "adopted"}, ("status",), "by whom"),
        ({**a_protocol(), "status": "adopted", "adopted": {"number": "1"}}, ("adopted",), "missing"),
        ({**a_protocol(), "adopted": {"on": "soon"}}, ("adopted", "on"), "is no day"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_how_to_mend_it(raw, path, said):
    found = [problem for problem in problems(raw) if problem.path == path]
    assert found
    assert said in found[0].message
    assert found[0].mend


def test_a_time_cannot_have_a_source_and_be_proposed():
    change = {"minutes": 30, "proposed": True, "source": "decision"}
    raw = {"sources": {"decision": {"title": "Decision 12"}}, **a_protocol(within=change)}
    (problem,) = problems(raw)
    assert "proposed: false" in problem.mend


def test_everything_wrong_is_told_at_once():
    raw = a_protocol(acts=["inform"], reach="some", within={"minutes": -1})
    assert len(problems(raw)) == 3


def test_sources_of_the_mechanism_file_count_too():
    found = decode_protocol(a_protocol(source="decision-12"), known_sources={"decision-12"})
    assert isinstance(found, Protocol)


def test_facts_that_a_step_assumes_are_read_like_a_profiles():
    said = {"age": "child", "languages": ["lv"], "identification": "identified"}
    (step,) = decoded(a_protocol(assumes=said)).steps
    assert step.assumes == {"age": CHILD, "languages": frozenset({"lv"}), "identification": "identified"}
    (step,) = decoded(a_protocol(assumes={"age": {"from": 18}})).steps
    assert step.assumes == {"age": AgeRange(18)} == {"age": ADULT}


words = st.sampled_from(["lv", "steps", "acts", "when", "any", "person", "need:bed", "child", "22:00-06:00"])
values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 99) | st.floats(allow_nan=False) | words | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words | st.integers(0, 3), inner, max_size=3),
    max_leaves=12,
)


@given(values, st.lists(st.integers(0, 9), max_size=6))
def test_nothing_written_anywhere_breaks_the_reading(value, way):
    raw = deepcopy(LATVIA_RAW)
    _put(raw, way, value)
    found = decode_protocol(raw)
    assert isinstance(found, Protocol) or all(problem.message and problem.mend for problem in found)


LATVIA_RAW = latvia()


def _put(raw, way, value):
    """Write a value at a place somewhere inside."""
    place = raw
    for turn in way:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = keys[turn % len(keys)]
        if not isinstance(place[key], dict | list) or not place[key]:
            break
        place, parent, last = place[key], place, key
    else:
        if way:
            parent[last] = value
            return
    place[next(iter(place)) if isinstance(place, dict) else 0] = value


def _texts(step):
    yield step.names
    yield step.what
    for part in (step, *step.variants):
        yield from (text for text in (part.what, part.rule) if text)
        yield from (note.text for note in part.law)
        for passed in part.passes or ():
            yield from (passed.what, passed.basis)
