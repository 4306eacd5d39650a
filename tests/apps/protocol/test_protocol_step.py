"""A coordinator changes a step: only what differs is written down, with a reason, on the version she opened."""

import pytest
from django.core.cache import caches

from lapotne.apps.mechanism.actions.adopting import adopt
from lapotne.apps.mechanism.queries import documents


@pytest.fixture(autouse=True)
def forgotten():
    caches["computed"].clear()


@pytest.fixture
def send(signed_in, alice, page, town, contexts):
    """Sends the form of a step back with some answers changed: `send("notify", within=30)`."""
    client = signed_in(alice)

    def to(step, act="save", **answers):
        form = client.get(page(f"protocol/steps/{step}/")).context["form"]
        filled = {name: form[name].value() for name in form.fields}
        sent = {name: "" if value is None else value for name, value in {**filled, **answers}.items()}
        return client.post(page(f"protocol/steps/{step}/"), {**sent, "act": act})

    return to


def test_a_time_is_saved_as_a_proposal_and_nothing_else_is_repeated(send, saved, town):
    assert send("notify", within=30, reason="The group agreed").status_code == 302
    assert saved()["protocol"] == {"steps": {"notify": {"within": {"minutes": 30}}}}
    assert documents.latest(documents.layer_of(town)).reason == "The group agreed"


def test_the_same_time_again_leaves_the_document_as_it_was(send, saved):
    send("notify", within=30, reason="sooner")
    send("notify", within=60, reason="as the country says")
    assert "protocol" not in saved()


def test_order_and_names_are_changed_by_their_places(send, saved):
    send(
        "safety", **{"acts-0": 3, "acts-1": 1, "acts-2": "", "acts-new-0": "institution:social-service", "reason": "so"}
    )
    assert saved()["protocol"]["steps"]["safety"]["acts"] == [
        "competence:receive_report", "type:social_service", "institution:social-service",
    ]  # fmt: skip


def test_an_emptied_time_is_no_time(send, saved, signed_in, alice, page):
    send("notify", within="", after="", **{"then-0": "", "reason": "nobody set one"})
    assert saved()["protocol"]["steps"]["notify"] == {"within": None, "unanswered": None}
    assert signed_in(alice).get(page("protocol/")).status_code == 200


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"reason": ""}, "Write why"),
        ({"acts-0": "", "acts-1": ""}, "Nobody would act in this step"),
        ({"within": -1}, "greater than or equal to 0"),
        ({"after": ""}, "Say after how many minutes"),
        ({"acts-new-0": "need:no-such"}, "Select a valid choice"),
    ],
)
def test_errors_say_how_to_mend_and_keep_what_was_written(send, saved, answers, told):
    found = send("notify", **{"within": 42, "reason": "kept", **answers})
    assert found.status_code == 422
    assert told in found.text
    assert "protocol" not in saved()
    assert 'value="42"' in found.text or "within" in answers


def test_trying_shows_what_the_check_would_say_and_saves_nothing(send, saved):
    found = send("notify", act="try", **{"acts-0": "", "acts-1": "", "acts-new-0": "need:bed", "reason": ""})
    assert found.status_code == 200
    assert "With this change, in the coming week" in found.text
    assert "Every night 22:00" in found.text
    assert "protocol" not in saved()


def test_a_change_acts_once_the_version_is_adopted(send, signed_in, alice, page, town, now):
    adopt(
        version=documents.latest(documents.layer_of(town)), body="group", on=now.date(), decision="", by=alice, at=now
    )
    send("notify", within=30, reason="The group agreed")
    client = signed_in(alice)
    before = client.get(page("protocol/"))
    assert "A saved change of the protocol or of competences waits for adoption" in before.text
    assert "within 30 minutes" not in before.text
    adopt(
        version=documents.latest(documents.layer_of(town)), body="group", on=now.date(), decision="", by=alice, at=now
    )
    assert "within 30 minutes" in client.get(page("protocol/")).text


def test_whoever_saved_meanwhile_is_told_and_nothing_is_lost(send, saved):
    send("notify", within=30, reason="first")
    found = send("notify", within=45, reason="second", on_version=1)
    assert found.status_code == 409
    assert "Somebody saved version 2 meanwhile" in found.text
    assert 'value="45"' in found.text
    assert saved()["protocol"]["steps"]["notify"]["within"]["minutes"] == 30


def test_only_the_coordinator_of_the_town_gets_to_the_form(signed_in, bob, charlie, page):
    for stranger in (bob, charlie):
        assert signed_in(stranger).get(page("protocol/steps/notify/")).status_code == 404


def test_an_unknown_step_is_not_there(signed_in, alice, page):
    assert signed_in(alice).get(page("protocol/steps/no-such/")).status_code == 404
