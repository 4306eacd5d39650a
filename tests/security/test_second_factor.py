"""T12: as in production, no address but public ones and those that set a second factor up answers a password alone."""

import pytest
from django.core.cache import cache

from lapotne.config.gate import GO_OUT, KNOW_NOBODY, SET_UP, SHOW
from tests.security.addresses import Address, addresses
from tests.security.principals import SIGNED_IN
from tests.security.table import LINES

SETTING_UP = "/en/staff/account/second-factor/"


@pytest.fixture(autouse=True)
def as_in_production(settings):
    settings.SECOND_FACTOR = "required"


def behind_the_gate() -> list[Address]:
    public = {name for name, line in LINES.items() if line.is_public}
    return [one for one in addresses() if one.name not in SET_UP | public]


def answered(visitor, address: Address, method: str) -> str:
    cache.clear()
    answer = visitor.generic(method, address.asked)
    is_stopped = answer.status_code == 302 and answer.url.endswith(SETTING_UP.removeprefix("/en"))
    return "" if is_stopped else f"{method} {address.path}: {answer.status_code}"


@pytest.mark.parametrize("who", ["alice", "nora", "roleless"])
def test_nothing_is_reached_with_a_password_alone(who, visitors):
    reached = [
        said
        for address in behind_the_gate()
        for method in ("GET", "POST")
        if (said := answered(visitors[who], address, method))
    ]
    assert len(behind_the_gate()) > 50
    assert not reached


def test_everybody_is_led_to_where_one_is_set_up(visitors):
    assert {visitors[who].get("/en/staff/").url for who in SIGNED_IN} == {SETTING_UP}
    assert {visitors[who].get(SETTING_UP).status_code for who in SIGNED_IN} == {200}


def test_what_the_gate_lets_through_is_there(db):
    names = {address.name for address in addresses()}
    assert names >= SET_UP | SHOW | GO_OUT


def test_the_gate_guards_all_but_what_is_public_and_looks_into_no_session_there(db):
    unguarded = {one.name for one in addresses() if one.name.partition(":")[0] in KNOW_NOBODY}
    assert unguarded == {one.name for one in addresses() if LINES[one.name].is_public}


def test_the_search_sees_a_gate_that_stands_open(visitors, settings):
    """The control: where a second factor is only offered, most addresses answer."""
    settings.SECOND_FACTOR = "offered"
    reached = [one for one in behind_the_gate() if answered(visitors["alice"], one, "GET")]
    assert len(reached) > 50


EDITOR = (
    "",
    "pages/",
    "pages/1/",
    "pages/1/edit/",
    "images/",
    "documents/",
    "users/",
    "reports/locked/",
    "api/main/pages/",
)


def test_wagtails_editor_is_behind_the_same_gate(visitors):
    """Its pages aren't ours to list, and needn't be: the gate asks before any of them."""
    english = {"accept-language": "en"}
    answers = {page: visitors["alice"].get(f"/staff/editor/{page}", headers=english) for page in EDITOR}
    assert {page for page, answer in answers.items() if getattr(answer, "url", "") != SETTING_UP} == set()


def test_public_pages_stay_public(visitors):
    assert visitors["alice"].get("/en/help/").status_code == 200
