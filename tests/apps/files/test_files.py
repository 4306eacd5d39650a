"""Files out: each in its format, nothing secret in those that leave, the whole document only for those at home."""

import csv
import io
import json

import pytest
from icalendar import Calendar

from lapotne.adapters.mechanism_yaml import Checker, read_mechanism
from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.reference import reference

STAFF_ONLY = "+371 00010002"
PUBLIC = ("files/services.json", "files/offers.csv", "files/gaps.csv", "files/closures.ics")


def test_reading_the_document_back_gives_the_same_document(signed_in, alice, page, saved, now):
    text = signed_in(alice).get(page("files/mechanism.yaml")).content.decode()
    found = read_mechanism(text, Checker(reference(), now.date()))
    assert found.raw == saved()


def test_the_whole_document_stays_at_home(signed_in, charlie, page):
    client = signed_in(charlie)
    assert client.get(page("files/mechanism.yaml")).status_code == 404
    assert "mechanism.yaml" not in client.get(page("files/")).text


@pytest.mark.parametrize("address", PUBLIC)
def test_what_leaves_holds_no_contact_for_staff(signed_in, alice, page, address):
    found = signed_in(alice).get(page(address))
    assert found.status_code == 200
    assert found.headers["Content-Disposition"].startswith("attachment")
    assert STAFF_ONLY not in found.content.decode()


def test_the_canary_would_be_seen(signed_in, alice, page):
    assert STAFF_ONLY in signed_in(alice).get(page("files/mechanism.yaml")).content.decode()


CANARY = "canary-of-a-secret-place"


def test_a_confidential_neighbours_town_leaves_in_no_file(signed_in, alice, page, town, other_town, now, contexts):
    newest = documents.latest(documents.layer_of(other_town))
    institutions = {**newest.document["institutions"], CANARY: {
        "type": "ngo", "level": "local", "names": {"en": CANARY}, "source": "archive-2016-12",
        "services": {"home": {
            "names": {"en": CANARY}, "what": {"en": "A bed"}, "meets": ["bed"], "area": ["XX-001"], "place": "own",
            "confidential": True, "source": "archive-2016-12",
            "availabilities": [{"hours": "24/7", "mode": "in_person"}],
        }},
    }}  # fmt: skip
    document = {**newest.document, "institutions": institutions}
    save(layer=newest.layer, document=document, by=alice, at=now, reason="lent", on_version=newest.number)
    client = signed_in(alice)
    at_night = "protocol/now/?step=bridge&profile=man&at=2026-11-18T03:00"
    for address in (*PUBLIC, "protocol/", "protocol/sheet/", at_night):
        assert CANARY not in client.get(page(address)).content.decode(), address
    steps = client.get("/en/protocol/lv-demo/").context["shown"].steps
    assert CANARY not in str(steps)
    assert CANARY in client.get(page("files/offers.csv", town="lv-valmiera")).content.decode()


def test_formats_are_what_they_say(signed_in, alice, page):
    client = signed_in(alice)
    assert json.loads(client.get(page("files/services.json")).content)["total_items"] > 5
    offers = list(csv.DictReader(io.StringIO(client.get(page("files/offers.csv")).content.decode("utf-8-sig"))))
    assert {"institution", "hours", "mode"} <= set(offers[0])
    gaps = list(csv.DictReader(io.StringIO(client.get(page("files/gaps.csv")).content.decode("utf-8-sig"))))
    assert any(row["need_key"] == "bed" and row["profile_key"] == "man" for row in gaps)
    assert Calendar.from_ical(client.get(page("files/closures.ics")).content)["version"] == "2.0"


def test_the_page_lists_them_and_queries_stay_few(signed_in, alice, page, django_assert_max_num_queries):
    client = signed_in(alice)
    with django_assert_max_num_queries(14):
        found = client.get(page("files/"))
    assert found.text.count('<li class="card">') == 5
    assert "Load a file" in found.text


def test_anonymous_visitors_are_sent_to_sign_in(client, page, town):
    for address in ("files/", "files/mechanism.yaml", "files/upload/", *PUBLIC):
        assert client.get(page(address)).status_code == 302
