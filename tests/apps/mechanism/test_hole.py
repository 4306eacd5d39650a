"""The page of one hole, for whoever reads the canopy and may not mend it."""

from copy import deepcopy
from html import unescape

import pytest

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.actions.adopting import adopt
from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.models import Body
from lapotne.apps.mechanism.queries import documents
from tests.people import person

CANOPY, HOLE = "/en/staff/lv-demo/canopy/?profile=man", "/en/staff/lv-demo/hole/"
NO_BED, NOBODY_DECIDES = f"{HOLE}?need=bed&profile=man", f"{HOLE}?need=decide&profile=man"
QUERIES = 12


@pytest.fixture
def vera(town):
    return person("vera", RoleKind.VIEWER, municipality=town)


@pytest.fixture
def read(signed_in):
    return lambda user, address: unescape(signed_in(user).get(address).content.decode())


@pytest.mark.parametrize("who", ["vera", "charlie", "nora", "bob"])
def test_whoever_may_not_mend_is_led_to_a_page_that_shows_the_hole(read, alice, request, who):
    reader = request.getfixturevalue(who)
    assert f'href="{NO_BED}"' in read(reader, CANOPY)
    page = read(reader, NO_BED)
    assert "<h1>No bed, every night 22:00–06:00</h1>" in page
    assert "Open then too" in page
    assert "It closes 1 hole and opens none" in page
    assert "<li>Municipal coordinator: Saulgriezi</li>" in page
    assert "kind=lengthen" not in page
    assert "<form" not in page.partition("<main")[2]


def test_whoever_may_mend_goes_straight_to_the_form(read, alice, town):
    assert NO_BED not in read(alice, CANOPY)
    editor = person("erik", RoleKind.INSTITUTION_EDITOR, municipality=town, institution="day-centre")
    page = read(editor, CANOPY)
    assert "kind=lengthen&offer=day-centre" in page
    assert NO_BED not in page
    assert NOBODY_DECIDES in page, "the office's hours aren't this editor's to change"


def test_the_editor_of_the_institution_is_named_by_role_and_nobody_by_name(read, alice, vera, town):
    person("erik", RoleKind.INSTITUTION_EDITOR, municipality=town, institution="day-centre")
    page = read(vera, NO_BED)
    assert "<li>Institution editor: Day centre" in page
    assert not any(name in page for name in ("Erik", "Alice", "example.org"))


def test_where_nobody_coordinates_the_page_says_who_can_change_that(read, vera):
    assert "Nobody coordinates Saulgriezi here yet. The national coordinator can" in read(vera, NO_BED)


@pytest.fixture
def adopted(town, alice, now):
    """The demo's document adopted, and a way to save another after it: `adopted(change)`."""
    layer = documents.layer_of(town)
    adopt(version=documents.latest(layer), body=Body.GROUP, on=now.date(), decision="", by=alice, at=now)

    def saved(change, *, also_adopted=False):
        newest = documents.latest(layer)
        document = deepcopy(newest.document)
        change(document["institutions"])
        version = save(layer=layer, document=document, by=alice, at=now, reason="A test", on_version=newest.number)
        if also_adopted:
            adopt(version=version, body=Body.GROUP, on=now.date(), decision="", by=alice, at=now)
        return layer

    return saved


def decided_for_women_alone(institutions):
    for institution in institutions.values():
        if competence := institution.get("competences", {}).get("decide"):
            competence["eligibility"] = {"sex": ["female"]}
            for way in competence["availabilities"]:
                way["hours"] = "24/7"


def decided_by_the_day_centre(institutions):
    decide = institutions["social-service"]["competences"]["decide"]
    new = deepcopy(decide)
    new["availabilities"][0]["hours"] = "24/7"
    institutions["day-centre"].setdefault("competences", {})["decide"] = new


def test_a_change_of_mandate_says_that_it_waits_and_longer_hours_do_not(read, vera, adopted):
    waiting = "Competences act when the group or the council has adopted the version."
    assert waiting not in read(vera, NOBODY_DECIDES)
    adopted(decided_for_women_alone, also_adopted=True)
    page = read(vera, NOBODY_DECIDES)
    assert "Admit this person too" in page
    assert waiting in page


def test_what_waits_for_adoption_shows_in_nobody_elses_effect(read, charlie, adopted):
    """Alice drafts who else decides; what Charlie reads of the mend stays what it was."""
    before = read(charlie, NOBODY_DECIDES)
    assert documents.is_pending(adopted(decided_by_the_day_centre))
    assert read(charlie, NOBODY_DECIDES).partition("<main")[2] == before.partition("<main")[2]


def test_a_hole_that_is_closed_meanwhile_leads_back_to_the_canopy(signed_in, vera):
    answer = signed_in(vera).get(f"{HOLE}?need=no-such&profile=man")
    assert (answer.status_code, answer.url) == (302, CANOPY)


def test_strangers_to_the_staff_find_nothing(signed_in, town):
    assert signed_in(person("dita")).get(NO_BED).status_code == 404


def test_the_number_of_look_ups_is_small_and_the_same(signed_in, vera, alice, django_assert_num_queries):
    client = signed_in(vera)
    client.get(NO_BED)
    for address in (NO_BED, NOBODY_DECIDES):
        with django_assert_num_queries(QUERIES):
            client.get(address)
