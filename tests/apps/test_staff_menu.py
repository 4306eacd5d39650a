"""The staff's menu and frame: one's own town everywhere, people for who gives roles, a way on where nothing is."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from lapotne.apps.accounts import actions
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.municipalities import queries
from lapotne.config.not_found import not_allowed
from tests.people import person

TOWNLESS = ("/en/staff/access/", "/en/staff/access/sessions/", "/en/staff/texts/", "/en/staff/account/password/change/")
NOWHERE = "/en/staff/no-such-page/"


@pytest.fixture
def town(demo):
    return demo


@pytest.fixture
def other_town(demo):
    return queries.by_key("lv-valmiera")


@pytest.fixture
def menu(signed_in):
    """The links of the menu: `menu(alice, "/en/staff/texts/")`; of the two copies the first."""

    def read(user, path, status=200) -> dict[str, str]:
        answer = signed_in(user).get(path)
        assert answer.status_code == status
        nav = answer.text.partition('bar__menu--staff">')[2].partition("</nav>")[0]
        return {
            re.sub("<[^>]*>", "", words): address
            for address, words in re.findall(r'href="([^"]*)"[^>]*>(.*?)</a>', nav)
        }

    return read


@pytest.mark.parametrize("path", TOWNLESS)
def test_where_no_town_is_in_the_address_the_menu_stays_with_ones_only_town(menu, alice, path):
    found = menu(alice, path)
    assert found["Canopy"] == "/en/staff/lv-demo/canopy/"
    assert found["Files"] == "/en/staff/lv-demo/files/"


def test_the_town_of_the_address_comes_before_ones_own(menu, alice, charlie):
    assert menu(alice, "/en/staff/lv-valmiera/canopy/")["Protocol"] == "/en/staff/lv-valmiera/protocol/"


def test_with_several_towns_one_is_chosen(menu, alice, other_town, now):
    actions.give_role(by=None, at=now, user=alice, kind=RoleKind.VIEWER, municipality=other_town)
    found = menu(alice, "/en/staff/texts/")
    assert "Institutions" not in found
    assert list(found.items())[:2] == [
        ("Saulgriezi", "/en/staff/lv-demo/canopy/"),
        ("Valmiera Municipality", "/en/staff/lv-valmiera/canopy/"),
    ]
    assert "Valmiera Municipality" in menu(alice, "/en/staff/lv-demo/canopy/")


def test_whoever_gives_roles_finds_people_in_the_menu_and_nobody_else_does(menu, alice, bob, nora, charlie):
    town, country = "/en/staff/access/towns/lv-demo/", "/en/staff/access/countries/lv/"
    assert menu(alice, "/en/staff/texts/")["People"] == town
    assert menu(nora, "/en/staff/texts/")["People"] == country
    assert menu(nora, "/en/staff/lv-demo/canopy/")["People"] == town
    assert "People" not in menu(bob, "/en/staff/lv-demo/canopy/")
    assert "People" not in menu(charlie, "/en/staff/lv-demo/canopy/")


def test_a_viewer_of_a_country_gives_no_roles_there(menu, latvia):
    assert "People" not in menu(person("vera", RoleKind.VIEWER, country=latvia), "/en/staff/texts/")


@pytest.mark.parametrize(
    "path", [NOWHERE, "/en/staff/lv-nowhere/canopy/", "/en/staff/texts/no-such/", "/staff/editor/"]
)
def test_where_nothing_is_staff_keep_their_frame_and_find_a_way_on(menu, signed_in, alice, path):
    assert menu(alice, path, status=404)["Canopy" if path.startswith("/en") else "Pārklājums"].endswith(
        "lv-demo/canopy/"
    )
    assert 'class="ds-button" href="/' in signed_in(alice).get(path).text


def test_what_isnt_ones_own_looks_like_what_isnt_there(signed_in, bob, alice):
    """Bob gives no roles in his own town, nor does anybody in a town that isn't."""
    client = signed_in(bob)
    there, nowhere = "/en/staff/access/towns/lv-demo/", "/en/staff/access/towns/lv-nowhere/"
    pages = [client.get(path).text.replace(path[4:], "") for path in (there, nowhere)]
    assert pages[0] == pages[1]


def test_strangers_and_those_whose_second_factor_is_not_shown_get_the_public_page(signed_in, alice, settings):
    assert "bar__leave" in Client().get(NOWHERE).text
    settings.SECOND_FACTOR = "required"
    text = signed_in(alice).get(NOWHERE).text
    assert "bar__leave" in text
    assert "lv-demo" not in text


def test_a_page_of_the_site_that_isnt_there_stays_public_and_keeps_no_cookie(signed_in, alice):
    answer = signed_in(alice).get("/en/no-such-page/")
    assert "bar__leave" in answer.text
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_whoever_has_no_role_is_offered_nothing_that_would_be_refused(menu, signed_in, demo):
    nobody = person("newcomer")
    found = menu(nobody, "/en/staff/access/")
    assert not {"Country", "Texts", "People", "Canopy"} & set(found)
    assert {"Workspace", "Law"} <= set(found)
    assert {signed_in(nobody).get(address).status_code for address in found.values() if "logout" not in address} == {
        200
    }


def test_what_is_not_allowed_is_said_in_the_staff_s_frame(rf, signed_in, alice):
    signed = signed_in(alice)
    for path, is_staff_s in (("/en/staff/texts/", True), ("/en/", False)):
        request = rf.get(path)
        request.user, request.session = alice, signed.session
        text = not_allowed(request, PermissionDenied()).content.decode()
        assert ("bar__menu--staff" in text) == is_staff_s
        assert ("bar__leave" in text) != is_staff_s
        assert "Your role doesn&#x27;t allow this" in text or "Your role doesn't allow this" in text


def test_without_script_the_editor_speaks_of_itself(signed_in, latvia, demo):
    juris = person("juris", RoleKind.CONTENT_REVIEWER, country=latvia)
    said = signed_in(juris).get("/staff/editor/", headers={"Accept-Language": "en"}).text
    first, second = re.findall(r'<noscript class="capabilitymessage">(.*?)</noscript>', said, re.DOTALL)
    assert "The editor needs JavaScript" in first
    assert "Wagtail" in second, "hidden by editor.css for as long as it is there"
