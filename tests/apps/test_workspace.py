"""The workspace on arrival: the town's holes in words, what waits, and where the work is done."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from lapotne.apps.accounts.models import RoleKind
from tests.people import person


@pytest.fixture
def start(db, signed_in):
    return lambda user: signed_in(user).get(reverse("console:start"), headers={"accept-language": "en"})


def test_a_coordinator_sees_the_holes_of_her_town_first(demo, start):
    page = start(person("anna", RoleKind.COORDINATOR, municipality=demo)).content.decode()
    assert "Saulgriezi: 3 holes in the year ahead" in page
    assert "every night 22:00–06:00" in page
    assert reverse("mechanism:institutions", args=[demo.key]) in page
    assert reverse("mechanism:new_town") not in page


def test_a_national_coordinator_begins_with_the_country(demo, start):
    page = start(person("nils", RoleKind.NATIONAL_COORDINATOR, country=demo.country)).content.decode()
    assert "<h1>Workspace" not in page
    assert "municipalities nobody can be counted on" in page.partition("<h1>")[2].partition("</h1>")[0]
    assert "entries wait for a word" in page
    assert reverse("mechanism:country") in page
    assert reverse("mechanism:new_town") in page


@pytest.mark.parametrize("kind", [RoleKind.CONTENT_EDITOR, RoleKind.CONTENT_REVIEWER])
def test_whoever_looks_after_texts_finds_them_on_arrival(demo, start, kind):
    in_country = start(person("zane", kind, country=demo.country)).content.decode()
    assert "<h1>Every text is up to date in every language</h1>" in in_country
    in_town = start(person("juris", kind, municipality=demo)).content.decode()
    for page in (in_country, in_town):
        assert f'<h2><a href="{reverse("library:board")}">Texts</a></h2>' in page
        assert reverse("wagtailadmin_home") in page
    viewer = start(person("vera", RoleKind.VIEWER, municipality=demo)).content.decode()
    assert f'<h2><a href="{reverse("library:board")}">' not in viewer


def test_the_countrys_desk_asks_the_database_a_fixed_number_of_times(demo, signed_in, django_assert_max_num_queries):
    client = signed_in(person("nils", RoleKind.NATIONAL_COORDINATOR, country=demo.country))
    client.get(reverse("console:start"))
    with django_assert_max_num_queries(9):
        client.get(reverse("console:start"))


def test_whoever_has_no_second_factor_yet_is_told_where_to_set_one_up(demo, start):
    anna = person("anna", RoleKind.COORDINATOR, municipality=demo)
    asked = f'<a href="{reverse("mfa_index")}">Set up a second factor</a>'
    assert asked in start(anna).text
    Authenticator.objects.create(user=anna, type=Authenticator.Type.TOTP, data={})
    assert asked not in start(anna).text


def test_somebody_without_a_role_is_told_whom_to_ask(db, start):
    assert "Ask your coordinator" in start(person("zane")).content.decode()


def test_a_town_without_a_mechanism_has_a_desk_too(alice, start):
    assert start(alice).status_code == 200


def test_the_desk_asks_the_database_a_fixed_number_of_times(demo, signed_in, django_assert_max_num_queries):
    client = signed_in(person("anna", RoleKind.COORDINATOR, municipality=demo))
    client.get(reverse("console:start"))
    with django_assert_max_num_queries(16):
        client.get(reverse("console:start"))


@pytest.mark.parametrize(
    ("role", "details", "edits"),
    [
        (RoleKind.COORDINATOR, {}, True),
        (RoleKind.INSTITUTION_EDITOR, {"institution": "social-service"}, True),
        (RoleKind.VIEWER, {}, False),
    ],
)
def test_only_who_can_change_something_is_told_to(demo, start, role, details, edits):
    page = start(person("ivars", role, municipality=demo, **details)).content.decode()
    assert ("Say “still right”" in page) == edits
    assert ("<p>Who is there, when and for whom.</p>" in page) != edits


def test_the_holes_say_that_moved_days_are_not_announced(demo, start, monkeypatch):
    awaited = "lapotne.apps.mechanism.presenters.words.moved_days.years_without_moved_days"
    anna = person("anna", RoleKind.COORDINATOR, municipality=demo)
    monkeypatch.setattr(awaited, lambda *_asked: [2098])
    assert "moves in 2098 aren’t announced yet" in start(anna).content.decode()
    monkeypatch.setattr(awaited, lambda *_asked: [])
    assert "aren’t announced yet" not in start(anna).content.decode()
