"""A third town is made in the browser from the country's bodies, its holes told on the way; it checks clean."""

import pytest
from django.urls import reverse
from django.utils import timezone

from lapotne.adapters.mechanism_yaml import check_stored, read_mechanism
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.queries import documents, towns
from lapotne.apps.municipalities import actions as municipalities
from lapotne.apps.municipalities import queries
from tests.apps.editing.sending import filled, send
from tests.people import person

NEW = "/en/staff/new-town/"
ANSWERS = {
    "municipality": "lv-cesis",
    "governed": "council_decision",
    "state": "in_force",
    "since": "2026-01-15",
    "decision": "7",
    "body-social-service-phone": "+371 64100000",
    "body-social-service-when": "these",
    "body-social-service-working": "8-17",
    "body-social-service-minutes": "45",
    "body-social-service-further": ["decide"],
    "body-municipal-police-when": "always",
    "body-municipal-police-mode": "on_call",
    "body-crisis-centre-here": None,
}


@pytest.fixture
def cesis(demo, demo_reference):
    municipalities.load(municipalities={"lv-cesis": demo_reference.municipalities["lv-cesis"]})
    return queries.by_key("lv-cesis")


@pytest.fixture
def maker(cesis, signed_in, nora):
    return signed_in(nora)


def above(cesis, today):
    return [document for document in towns.library(cesis, today).layers_of("lv-cesis") if document.key != "lv-cesis"]


def test_holes_show_before_anything_is_saved(maker, cesis):
    told = send(maker, NEW, filled(maker.get(NEW)), act="preview", **ANSWERS)
    said = told.content.decode()
    assert "nobody surely meets" in said
    assert documents.layer_of(cesis) is None
    assert filled(told)["body-social-service-working"] == "8-17"


def test_a_decision_by_day_closes_that_hole_by_day(maker, contexts):
    def needs(**changes):
        told = send(maker, NEW, filled(maker.get(NEW)), act="preview", **{**ANSWERS, **changes})
        return {need.name: need for need in told.context["needs"]}

    decided = needs()["Somebody decides on help"]
    assert [part.shape for part in decided.parts] == ["covered", "nobody", "nobody"]
    undecided = needs(**{"body-social-service-further": None})["Somebody decides on help"]
    assert [part.shape for part in undecided.parts] == ["nobody", "nobody", "nobody"]


def test_the_town_is_saved_as_version_one_and_checks_clean(maker, cesis):
    answer = send(maker, NEW, filled(maker.get(NEW)), act="save", **ANSWERS)
    assert answer["Location"] == "/en/staff/lv-cesis/institutions/"
    version = documents.latest(documents.layer_of(cesis))
    today = timezone.localdate(version.at)
    found = check_stored(version.document, towns.checker(today), above=above(cesis, today))
    assert (version.number, found.warnings) == (1, ())
    governance = {"form": "council_decision", "state": "in_force", "since": "2026-01-15", "decision": "7"}
    assert version.document["governance"] == governance
    institutions = version.document["institutions"]
    assert institutions["crisis-centre"] == {"absent": "There is none here."}
    decide = institutions["social-service"]["competences"]["decide"]["availabilities"][0]
    assert (decide["hours"], decide["mode"]) == ("Mo-Fr 08:00-17:00", "in_person")
    assert "on_holidays" not in decide, "nobody said"
    assert (decide["minutes_to_respond"], decide["confirmation"]["by"]) == (45, "national_coordinator")
    police = institutions["municipal-police"]["competences"]["inform"]["availabilities"][0]
    assert police["hours"] == "24/7"
    assert "minutes_to_respond" not in police, "nobody said them"
    assert "Version 1" in maker.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("", "Mo-Fr 08:00-17:00"),
        (" ", "Mo-Fr 08:00-17:00"),
        ("closed", "Mo-Fr 08:00-17:00; PH off"),
        ("off", "Mo-Fr 08:00-17:00; PH off"),
        ("8-12", "Mo-Fr 08:00-17:00; PH 08:00-12:00"),
    ],
)
def test_of_empty_holidays_nobody_said_anything(maker, cesis, written, hours):
    answers = {**ANSWERS, "body-social-service-holidays": written}
    send(maker, NEW, filled(maker.get(NEW)), act="save", **answers)
    institutions = documents.latest(documents.layer_of(cesis)).document["institutions"]
    decide = institutions["social-service"]["competences"]["decide"]["availabilities"][0]
    assert decide["hours"] == hours


def test_the_form_says_what_empty_hours_mean(maker):
    said = maker.get(NEW).content.decode()
    assert "an empty day means closed, and empty public holidays mean that nobody said" in said
    assert "If it is closed, write “closed”." in said


def test_its_file_checks_clean_too(maker, cesis):
    send(maker, NEW, filled(maker.get(NEW)), act="save", **ANSWERS)
    file = maker.get(reverse("mechanism:file_yaml", args=("lv-cesis",)))
    today = documents.latest(documents.layer_of(cesis)).at.date()
    found = read_mechanism(file.content.decode(), towns.checker(today), above=above(cesis, today))
    assert not isinstance(found, list), found
    assert found.raw["institutions"] == documents.latest(documents.layer_of(cesis)).document["institutions"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"municipality": ""}, "required"),
        ({"body-social-service-working": "early"}, "can&#x27;t be read"),
        ({"since": "2999-01-01"}, "lies ahead"),
        ({"body-social-service-phone": "ask Anna"}, "doesn&#x27;t look like a contact"),
    ],
)
def test_what_cannot_be_is_told_and_kept(maker, cesis, changes, told):
    answer = send(maker, NEW, filled(maker.get(NEW)), act="save", **{**ANSWERS, **changes})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert filled(answer)["decision"] == "7"
    assert documents.layer_of(cesis) is None


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"municipality": ""}, "municipality"), ({"body-social-service-working": "early"}, "body-social-service")],
)
def test_a_link_leads_to_what_needs_mending(maker, cesis, changes, place):
    said = send(maker, NEW, filled(maker.get(NEW)), act="save", **{**ANSWERS, **changes}).content.decode()
    assert f'<a href="#{place}">' in said
    assert f'id="{place}"' in said


def test_a_town_with_a_mechanism_is_not_offered_again(maker, cesis):
    offered = maker.get(NEW).content.decode()
    assert "lv-cesis" in offered
    assert "lv-valmiera" not in offered
    send(maker, NEW, filled(maker.get(NEW)), act="save", **ANSWERS)
    assert "has one already" in maker.get(NEW).content.decode()


def test_a_coordinator_makes_only_their_own_town(cesis, signed_in):
    carol = person("carol", RoleKind.COORDINATOR, municipality=cesis)
    client = signed_in(carol)
    offered = filled(client.get(NEW))
    assert offered["municipality"] == "lv-cesis"
    assert send(client, NEW, offered, act="save", **ANSWERS).status_code == 302
    assert client.get("/en/staff/lv-cesis/institutions/social-service/competences/decide/").status_code == 200


def test_who_makes_no_towns_finds_no_page(signed_in, alice, bob, town, client):
    assert signed_in(bob).get(NEW).status_code == 404
    assert "has one already" in signed_in(alice).get(NEW).content.decode()
    assert "login" in client.get(NEW)["Location"]
