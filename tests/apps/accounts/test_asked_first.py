"""What can't be taken back is asked first: the act lies folded behind what will happen."""

import re

import pytest
from django.test import Client

from lapotne.apps.accounts.models import RoleKind
from tests.people import PASSWORD, person

PEOPLE = "/en/staff/access/towns/lv-liepkalni/"


def acts(text: str) -> list[str]:
    """The forms of the page that lie in the open, by where they are sent."""
    open_ones = re.sub(r'<details class="confirm">.*?</details>', "", text.partition("<main")[2], flags=re.DOTALL)
    return re.findall(r'<form method="post" action="([^"]*)"', open_ones)


@pytest.fixture
def read(signed_in):
    return lambda user, path: signed_in(user).get(path).text


def test_a_role_is_taken_only_behind_a_question(read, alice, bob):
    text = read(alice, PEOPLE)
    assert text.count("/take/") == 2
    assert acts(text) == []


def test_ones_own_role_and_a_colleagues_are_asked_differently(read, alice, bob):
    text = read(alice, PEOPLE)
    own, other = (re.search(rf"<h2>{name}</h2>.*?</li>", text, re.DOTALL)[0] for name in ("Alice", "Bob"))
    assert "only somebody else can give it back" in own
    assert "only somebody else can give it back" not in other
    assert "You can give it again." in other


def test_a_session_is_ended_only_behind_a_question(alice):
    here, elsewhere = Client(), Client()
    for device in (here, elsewhere):
        device.post("/en/staff/account/login/", {"login": "alice", "password": PASSWORD})
    text = here.get("/en/staff/access/sessions/").text
    assert text.count("/end/") == 2
    assert acts(text) == []
    assert "What isn’t saved there yet is lost." in text


def test_what_is_taken_out_of_a_mechanism_says_what_follows(read, demo):
    anna = person("anna", RoleKind.COORDINATOR, municipality=demo)
    page = read(anna, "/en/staff/lv-demo/institutions/men-shelter/edit/")
    assert "the holes that it closes open again" in page
