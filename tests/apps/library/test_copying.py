"""A copy is a page of its own: it has its own key, and the page that was copied keeps its place everywhere."""

import pytest
from django.conf import settings
from django.urls import reverse

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.files import files
from lapotne.apps.library.queries.states import board
from tests.apps.library.conftest import page
from tests.people import person


@pytest.fixture
def copy(loaded, signed_in, latvia):
    """Sends the editor's form: `copy(page, slug="other", publish_copies="on")`."""
    client = signed_in(person("juris", RoleKind.CONTENT_REVIEWER, country=latvia))

    def send(known: ContentPage, slug: str, **said: str) -> ContentPage:
        to = pages.home(known.language)
        form = {"new_title": "Other", "new_slug": slug, "new_parent_page": to.pk, **said}
        answer = client.post(reverse("wagtailadmin_pages:copy", args=[known.pk]), form)
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return ContentPage.objects.child_of(to).get(slug=slug)

    send.client = client
    return send


def keys() -> list[str]:
    return [row.key for row in board([code for code, _ in settings.LANGUAGES])]


def test_a_draft_copy_has_a_key_of_its_own_and_the_original_stays(copy):
    before, written = keys(), dict(files())
    made = copy(page("roof", "en"), "other")
    assert (made.key, made.source, made.live) == ("other", "en", False)
    assert (made.from_file, made.from_page_file, made.file_revision) == ("", "", None)
    assert made.get_latest_revision_as_object().key == "other"
    assert keys() == before
    assert dict(files()) == written


def test_a_published_copy_stands_beside_the_original(copy):
    written = dict(files())
    made = copy(page("roof", "en"), "other", publish_copies="on")
    assert (made.key, made.live) == ("other", True)
    assert {"roof", "other"} <= set(keys())
    now = dict(files())
    assert written.items() <= now.items()
    assert "title: Other" in now["other/en.md"]


def test_a_copy_of_a_translation_is_written_first_in_its_own_language(copy):
    made = copy(page("roof", "lv"), "cits", publish_copies="on")
    assert (made.key, made.source) == ("cits", "lv")
    assert "cits/lv.md" in dict(files())


def test_a_key_that_is_taken_gets_a_number(copy):
    assert copy(page("roof", "en"), "branch").key == "branch-2"


def test_an_address_longer_than_keys_are_is_shortened(copy):
    assert copy(page("roof", "en"), "a" * 200).key == "a" * 70


@pytest.mark.parametrize("how", [{}, {"publish_copies": "on"}])
def test_pages_below_are_copied_with_keys_of_their_own(copy, how):
    made = copy(page("roof", "lv"), "cits", copy_subpages="on", **how)
    below = ContentPage.objects.child_of(made).get()
    assert (below.key, below.source, below.live) == ("zars" if below.slug == "zars" else "branch-2", "lv", bool(how))
    assert page("branch", "lv").url_path == "/lv/roof/branch/"


def test_an_alias_is_the_page_that_it_shows(copy):
    written = dict(files())
    alias = copy(page("roof", "lv"), "cits", alias="on", copy_subpages="on")
    assert (alias.alias_of_id, alias.key) == (page("roof", "lv").pk, "roof")
    page("roof", "en").full_clean()
    page("roof", "lv").save_revision().publish()
    assert set(dict(files())) == set(written)


def test_an_alias_that_becomes_a_page_gets_a_key_of_its_own(copy):
    alias = copy(page("roof", "lv"), "cits", alias="on")
    answer = copy.client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    assert answer.status_code == 302
    alias.refresh_from_db()
    assert (alias.alias_of_id, alias.key, alias.source) == (None, "cits", "lv")
    assert alias.get_latest_revision_as_object().key == "cits"
    assert page("roof", "lv").url_path == "/lv/roof/"


def test_a_translation_made_by_the_editor_keeps_the_key(loaded):
    made = page("day", "en").copy_for_translation(pages.locale("lv"))
    assert (made.key, made.source) == ("day", "en")
