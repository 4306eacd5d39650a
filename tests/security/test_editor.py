"""The content's editor: some hundred addresses of Wagtail's behind one door, with a policy of their own."""

import re

import pytest
from django.urls import URLPattern, get_resolver

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.models import ContentPage
from lapotne.config import editor
from tests.people import person
from tests.security.addresses import EDITOR
from tests.security.principals import EVERYBODY, TEXTS
from tests.security.test_headers import foreign

PART = re.compile(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^)]*\)")


def editors_addresses(patterns=None, before=EDITOR):
    """All of them, every part filled with 1."""
    for pattern in editor.urlpatterns if patterns is None else patterns:
        route = before + PART.sub("1", str(pattern.pattern)).replace("^", "").replace("$", "").replace(r"\Z", "")
        if isinstance(pattern, URLPattern):
            yield route.replace(".*/", "no-such/")
        else:
            yield from editors_addresses(pattern.url_patterns, route)


@pytest.fixture
def writer(demo):
    return person("writer", RoleKind.CONTENT_EDITOR, municipality=demo)


@pytest.fixture
def reviewer(demo):
    return person("reviewer", RoleKind.CONTENT_REVIEWER, municipality=demo)


def test_the_editor_is_where_the_matrix_leaves_it_out():
    assert EDITOR in {f"/{pattern.pattern}" for pattern in get_resolver().url_patterns}
    assert len(set(editors_addresses())) > 150


def test_a_stranger_is_led_to_sign_in_from_every_address(client, db):
    answers = {path: client.get(path) for path in editors_addresses()}
    wrong = [path for path, answer in answers.items()
             if answer.status_code != 302 or "/staff/account/login/" not in answer.url]  # fmt: skip
    assert not wrong


@pytest.mark.parametrize("who", sorted(EVERYBODY - TEXTS - {"anonymous"}))
def test_whoever_has_no_role_of_content_finds_nothing_there(who, visitors):
    found = {path: visitors[who].get(path).status_code for path in list(editors_addresses())[::29]}
    assert set(found.values()) == {404}, found


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_no_page_of_the_editor_fails_or_asks_another_host(signed_in, reviewer):
    client, wrong = signed_in(reviewer), {}
    for path in editors_addresses():
        answer = client.get(path)
        text = answer.text if "html" in answer.headers.get("Content-Type", "") and not answer.streaming else ""
        if answer.status_code >= 500 or foreign(text):
            wrong[path] = (answer.status_code, foreign(text))
    assert not wrong


def test_the_editor_has_its_own_policy_and_is_kept_nowhere(signed_in, reviewer):
    answer = signed_in(reviewer).get(EDITOR)
    policy = answer.headers["Content-Security-Policy"]
    assert answer.status_code == 200
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "unsafe-eval" not in policy
    assert "no-store" in answer.headers["Cache-Control"]
    assert "unsafe" not in signed_in(reviewer).get("/en/staff/").headers["Content-Security-Policy"]


def test_a_town_s_people_work_in_their_town_s_part_alone(signed_in, reviewer, writer):
    own, home = (ContentPage.objects.get(key=key, locale__language_code="lv") for key in ("lv-demo", "home"))
    for somebody in (reviewer, writer):
        client = signed_in(somebody)
        assert client.get(f"{EDITOR}pages/{own.pk}/edit/").status_code == 200
        refused = client.get(f"{EDITOR}pages/{home.pk}/edit/")
        assert refused.status_code == 302
        assert client.get(f"{EDITOR}pages/add/library/newspage/{home.pk}/").status_code == 302


def test_an_editor_drafts_and_a_reviewer_publishes(reviewer, writer):
    own = ContentPage.objects.get(key="lv-demo", locale__language_code="lv")
    assert not own.permissions_for_user(writer).can_publish()
    assert own.permissions_for_user(writer).can_edit()
    assert own.permissions_for_user(reviewer).can_publish()
    assert own.get_workflow().workflow_tasks.get().task.specific.groups.get() in reviewer.groups.all()


def test_a_role_that_is_taken_closes_the_editor_at_once(signed_in, reviewer):
    client = signed_in(reviewer)
    reviewer.roles.get().delete()
    assert client.get(EDITOR).status_code == 404


def test_the_whole_site_is_open_to_the_country_s_reviewer(latvia, db):
    nora = person("nils", RoleKind.CONTENT_REVIEWER, country=latvia)
    for home in ContentPage.objects.filter(key="home"):
        assert home.permissions_for_user(nora).can_publish()
