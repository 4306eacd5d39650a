"""The protocol's pages: every step with its law and its holes, who acts at a moment, nothing secret in public."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.cache import caches

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.actions.adopting import adopt
from lapotne.apps.mechanism.models import Version
from lapotne.apps.mechanism.queries import documents, protocols
from tests.people import person

STAFF_ONLY = "+371 00010002"
"""The coordinator's own number in the demonstration."""


@pytest.fixture(autouse=True)
def forgotten():
    caches["computed"].clear()


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


def step(page, key):
    return page.text.partition(f'id="{key}"')[2].partition('<li class="card step"')[0]


def test_anonymous_visitors_are_sent_to_sign_in(client, page, town):
    assert client.get(page("protocol/")).status_code == 302


def test_whoever_has_no_role_finds_nothing(signed_in, page, town):
    assert signed_in(person("zane")).get(page("protocol/")).status_code == 404


def test_all_thirteen_steps_stand_in_their_order(signed_in, alice, page):
    found = signed_in(alice).get(page("protocol/"))
    names = re.findall(r'<span class="step__number">\d+</span> ([^<]+)', found.text)
    assert len(names) == 13
    assert (names[0].strip(), names[-1].strip()) == ("Recognise the signs", "Close and learn")
    assert "A proposal: no group and no council has adopted it yet" in found.text


def test_the_headline_counts_the_steps_with_planted_holes(signed_in, alice, page):
    found = signed_in(alice).get(page("protocol/"))
    assert "2 of the 13 steps can’t surely be taken at every hour" in text(found)
    bridge = step(found, "bridge")
    assert "Every night 22:00–06:00" in bridge
    assert "nobody can surely act" in bridge
    assert "nobody can surely decide" in bridge


def test_the_law_stands_with_its_source(signed_in, alice, page):
    reflection = step(signed_in(alice).get(page("protocol/")), "reflection")
    assert "30 days; not for citizens of the European Union" in reflection
    assert 'href="https://likumi.lv/ta/en/en/id/152712"' in reflection


def test_times_without_a_source_are_proposed_until_adopted(signed_in, alice, page, town, now):
    client = signed_in(alice)
    assert "proposed" in step(client.get(page("protocol/")), "notify")
    newest = documents.latest(documents.layer_of(town))
    adopt(version=newest, body="council", on=date(2026, 11, 2), decision="7", by=alice, at=now)
    found = client.get(page("protocol/"))
    assert "Adopted on 2 November 2026 by the council, decision 7." in text(found)
    assert 'class="proposed"' not in step(found, "notify").partition("step__law")[0]


def test_a_broken_change_is_told_and_the_country_acts(signed_in, alice, page, town, now):
    newest = documents.latest(documents.layer_of(town))
    broken = {**newest.document, "protocol": {"steps": {"notify": {"acts": ["nobody at all"]}}}}
    # No saving lets it through; the country's own steps may change under a town's feet.
    Version.objects.create(
        layer=newest.layer, number=2, document=broken, origin="product", by=alice, at=now, reason="broken"
    )
    found = signed_in(alice).get(page("protocol/"))
    assert "the country’s steps act as they are" in text(found)
    assert "`nobody at all` names nobody." in text(found)
    assert "State police" in step(found, "notify")


def test_who_acts_now_names_in_order_whom_how_and_by_when(signed_in, alice, page):
    found = signed_in(alice).get(page("protocol/now/?step=notify&profile=woman&at=2026-11-18T03:00"))
    assert "State Police, Saulgriezi station" in found.text
    assert "Must answer by" in found.text
    assert "If nobody has answered by 03:15" in found.text
    assert re.search(r'href="tel:\+371000\d+"', found.text)


def test_danger_to_life_puts_112_first_in_every_step(signed_in, alice, page):
    found = signed_in(alice).get(page("protocol/now/?step=close&danger=on"))
    assert re.search(r"<h1.*?First: Single emergency number 112", found.text, re.DOTALL)
    assert "112 is called first" in found.text


def test_an_adult_who_refuses_the_police_is_led_to_the_provider_and_shown_the_law(signed_in, alice, page):
    found = signed_in(alice).get(page("protocol/now/?step=notify&profile=woman&refuses=on"))
    assert "Provider of state-paid rehabilitation" in found.text
    assert "State Police, Saulgriezi station" not in found.text
    assert "Regulation 889" in found.text


def test_who_acts_is_answered_whatever_is_asked(signed_in, alice, page):
    client = signed_in(alice)
    for query in ("", "?step=no-such&profile=x&at=never", "?at=2026-03-29T03:30", "?at=0001-01-01T00:00"):
        assert client.get(page(f"protocol/now/{query}")).status_code == 200, query


def test_contacts_for_staff_only_stay_at_home(signed_in, alice, charlie, client, page):
    now_page = page("protocol/now/?step=close&at=2026-11-18T10:00")
    assert STAFF_ONLY in signed_in(alice).get(now_page).text
    assert STAFF_ONLY not in signed_in(charlie).get(now_page).text


def test_the_public_page_needs_no_account_and_tells_no_contact(client, town):
    found = client.get("/en/protocol/lv-demo/")
    assert found.status_code == 200
    assert not found.cookies
    assert "+371" not in found.text
    assert "Notify the State Police" in found.text
    assert "Change who acts" not in found.text


def test_the_sheet_holds_every_step(signed_in, alice, page):
    found = signed_in(alice).get(page("protocol/sheet/"))
    assert found.text.count('<th scope="row">') == 13


def test_a_town_without_a_file_has_its_countrys_protocol(signed_in, charlie, page):
    found = signed_in(charlie).get(page("protocol/", town="lv-valmiera"))
    assert "13 of the 13 steps can’t surely be taken at every hour" in text(found)


def test_the_number_of_queries_is_small_and_does_not_grow(
    signed_in, alice, page, client, django_assert_max_num_queries
):
    reader = signed_in(alice)
    with django_assert_max_num_queries(14):
        reader.get(page("protocol/"))
    with django_assert_max_num_queries(11):
        client.get("/en/protocol/lv-demo/")
    # What the public reads is kept: whether it changed is all that is asked.
    with django_assert_max_num_queries(4):
        client.get("/en/protocol/lv-demo/")


def test_every_profile_and_step_is_answered(town):
    found = protocols.protocol_in_force(town, datetime.now(UTC).date())
    assert found.problems == ()
    assert len(found.protocol.steps) == 13


def test_a_viewer_elsewhere_reads_and_a_coordinator_elsewhere_cannot_change(signed_in, charlie, other_town, page):
    viewer = person("vilis", RoleKind.VIEWER, municipality=other_town)
    assert signed_in(viewer).get(page("protocol/")).status_code == 200
    assert signed_in(charlie).get(page("protocol/steps/notify/")).status_code == 404
