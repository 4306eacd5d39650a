"""Who is who: drawn from the mechanism, by group, with public contacts alone."""

import re

import pytest

from lapotne.apps.mechanism.models import Version
from lapotne.apps.website.presenters.directory import anchor

pytestmark = pytest.mark.usefixtures("demo")
STAFF_ONLY = "+371 00010099"


def names(text: str) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", text)


def test_a_town_shows_its_own_institutions_then_those_of_the_country(client):
    text = client.get("/en/directory/lv-demo/").text
    assert '<h2 id="group-here">Here</h2>' in text
    assert text.index('id="group-here"') < text.index('id="group-national"')
    assert "Shelter “Osta”" in names(text)
    assert 'href="tel:+37100010019"' in text
    assert 'href="/en/help/lv-demo/"' in text


def test_institutions_stand_in_the_order_of_the_readers_alphabet(client):
    here = client.get("/lv/directory/lv-demo/").text.partition('id="group-national"')[0]
    found = [re.sub(r"<[^>]+>", "", name) for name in names(here)]
    assert len(found) > 8
    assert found.index("Bērnu patvērums “Bezdelīga”") < found.index("Palīdzības tālrunis “Dzirdi”")


def test_a_town_without_any_of_its_own_has_the_countrys(client):
    text = client.get("/en/directory/").text
    assert 'id="national"' in text
    assert names(text)


def test_each_institution_can_be_pointed_at(client):
    text = client.get("/en/directory/lv-demo/").text
    ids = re.findall(r'<article class="body" id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) > 10
    assert anchor("lv-cesis:social-service") == "body-lv-cesis-social-service"


def test_a_town_that_nobody_knows_is_not_there(client):
    assert client.get("/en/directory/lv-nowhere/").status_code == 404


def test_a_change_of_the_mechanism_is_seen_at_once(client):
    assert "Shelter “Osta”" in client.get("/en/directory/lv-demo/").text
    version = Version.objects.filter(layer__key="lv-demo").first()
    bodies = {key: body for key, body in version.document["institutions"].items() if key != "men-shelter"}
    Version.objects.create(
        layer=version.layer, number=version.number + 1, document={**version.document, "institutions": bodies},
        origin=version.origin, file_digest=version.file_digest, at=version.at, reason="closed",
    )  # fmt: skip
    assert "Shelter “Osta”" not in client.get("/en/directory/lv-demo/").text


def test_a_town_from_memory_takes_four_look_ups_at_most(client, django_assert_max_num_queries):
    client.get("/en/directory/lv-demo/")
    with django_assert_max_num_queries(4):
        client.get("/en/directory/lv-demo/")
