"""The translation editor's addresses: nobody begins, changes or publishes translations where they have no right to."""

from datetime import date

import pytest
from django.urls import get_resolver, resolve
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.models import ArticlePage, ContentPage
from lapotne.apps.library.queries import translating
from tests.people import person
from tests.replay import replayed
from tests.security.addresses import EDITOR

LOCALIZE = f"{EDITOR}localize/"
PUBLISH = {"publish_translations": "on"}


@pytest.fixture
def writer(demo):
    return person("writer", RoleKind.CONTENT_EDITOR, municipality=demo)


@pytest.fixture
def reviewer(demo):
    return person("reviewer", RoleKind.CONTENT_REVIEWER, municipality=demo)


@pytest.fixture
def writer_of_all(demo):
    return person("willa", RoleKind.CONTENT_EDITOR, country=demo.country)


@pytest.fixture
def reviewer_of_all(demo):
    return person("nils", RoleKind.CONTENT_REVIEWER, country=demo.country)


def language(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def written_below(key: str, slug: str) -> ArticlePage:
    """A public page in Latvian."""
    above = ContentPage.objects.get(key=key, locale__language_code="lv")
    page = ArticlePage(
        title="Raksts",
        slug=slug,
        key=slug,
        summary="Vārdi.",
        source="lv",
        dated=date(2026, 11, 24),
        locale=above.locale,
    )
    above.add_child(instance=page)
    page.save_revision().publish()
    return page


def begun(page: ArticlePage, code: str = "en") -> Page:
    replayed(("begun", page.pk, code), lambda: translate_object(page, [language(code)]))
    return page.get_translation(language(code))


def take_out(page: Page) -> None:
    """Out of the town's part, and out of its hands: a page that is only moved stays the town's."""
    page.move(ContentPage.objects.get(key="home", locale__language_code="en"), pos="last-child")
    moved = ContentPage.objects.get(pk=page.pk)
    moved.municipality = None
    moved.save()


def live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def update(page: Page) -> str:
    return f"{LOCALIZE}update/{TranslationSource.objects.get_for_instance(page).pk}/"


def submit(page: Page) -> str:
    return f"{LOCALIZE}submit/page/{page.pk}/"


@pytest.fixture
def national(reviewer_of_all):
    return written_once("home", "rakstu-raksts")


@pytest.fixture
def own(writer):
    return written_once("lv-demo", "pilsetas-raksts")


def written_once(key: str, slug: str) -> ArticlePage:
    return ArticlePage.objects.get(pk=replayed(("written below", key, slug), lambda: written_below(key, slug).pk))


def test_a_town_s_people_neither_update_nor_publish_the_country_s_translations(
    national, writer, reviewer, signed_in, django_capture_on_commit_callbacks
):
    draft = begun(national)
    for somebody in (writer, reviewer):
        client = signed_in(somebody)
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(update(national), PUBLISH).status_code == 404
        assert client.post(update(national)).status_code == client.get(update(national)).status_code == 404
    assert not live(draft)


def test_a_town_s_people_begin_no_translation_of_the_country_s_pages(national, writer, reviewer, signed_in):
    for somebody in (writer, reviewer):
        client = signed_in(somebody)
        assert client.get(submit(national)).status_code == 404
        assert client.post(submit(national), {"locales": [language("en").pk]}).status_code == 404
    assert not national.get_translations().exists()


def test_whoever_may_not_publish_publishes_no_translation_of_their_own_page_either(
    own, national, writer, writer_of_all, signed_in, django_capture_on_commit_callbacks
):
    for somebody, page in ((writer, own), (writer_of_all, own), (writer_of_all, national)):
        draft, client = begun(page), signed_in(somebody)
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(update(page), PUBLISH).status_code == 403
        assert not live(draft)
        assert client.get(update(page)).status_code == 200
        assert client.post(update(page)).status_code == 302


def test_a_writer_begins_translations_of_their_own_pages_as_drafts(own, national, writer, writer_of_all, signed_in):
    for somebody, page in ((writer, own), (writer_of_all, national)):
        client = signed_in(somebody)
        assert client.get(submit(page)).status_code == 200
        assert client.post(submit(page), {"locales": [language("en").pk]}).status_code == 302
        assert not page.get_translation(language("en")).live


def test_a_reviewer_publishes_the_translations_of_their_part(
    own, national, reviewer, reviewer_of_all, signed_in, django_capture_on_commit_callbacks
):
    for somebody, page in ((reviewer, own), (reviewer_of_all, national)):
        draft = begun(page)
        with django_capture_on_commit_callbacks(execute=True):
            assert signed_in(somebody).post(update(page), PUBLISH).status_code == 302
        assert live(draft)


def test_one_translation_elsewhere_closes_all_of_them_at_once(own, reviewer, signed_in):
    stray = begun(own)
    take_out(stray)
    assert signed_in(reviewer).post(update(own), PUBLISH).status_code == 404
    assert signed_in(reviewer).post(update(own)).status_code == 404


def test_a_parent_that_would_go_live_with_a_translation_needs_the_right_to_publish(own, writer, reviewer, signed_in):
    below = written_below(own.key, "zemak")
    asked = {"locales": [language("en").pk]}
    assert signed_in(writer).post(submit(below), asked).status_code == 404
    assert not own.get_translations().exists()
    assert signed_in(reviewer).post(submit(below), asked).status_code == 302
    assert own.get_translation(language("en")).alias_of_id == own.pk, "it is live, so a writer mayn't unfold it"
    assert signed_in(writer).post(submit(own), asked).status_code == 404


def test_all_below_a_page_means_what_was_moved_out_of_the_part_too(own, writer, signed_in):
    below = written_below(own.key, "zemak")
    take_out(begun(below))
    for alias in own.get_translations():
        alias.delete()
    asked = {"locales": [language("en").pk], "include_subtree": "on"}
    assert signed_in(writer).post(submit(own), asked).status_code == 404


def test_a_page_s_text_is_withdrawn_for_an_alias_only_by_those_who_publish(own, writer, reviewer, signed_in):
    page = begun(own)
    address = f"{LOCALIZE}page/{page.pk}/convert_to_alias/"
    assert signed_in(writer).post(address).status_code == 404
    assert Page.objects.get(pk=page.pk).alias_of_id is None
    assert signed_in(reviewer).post(address).status_code == 302


def test_the_parts_of_a_translation_are_for_those_who_may_edit_it(national, own, writer, signed_in):
    client = signed_in(writer)
    for page, expected in ((national, 404), (own, 302)):
        begun(page)
        work = Translation.objects.get(source__object_id=page.translation_key)
        part = work.source.stringsegment_set.first()
        before = f"{LOCALIZE}translate/{work.pk}/"
        answer = client.get(f"{before}pofile/download/")
        assert answer.status_code == (404 if expected == 404 else 200)
        answer = client.put(f"{before}strings/{part.pk}/edit/", "value=x", "application/x-www-form-urlencoded")
        assert answer.status_code == (404 if expected == 404 else 201)
        assert client.post(f"{before}disable/").status_code == expected
        assert Translation.objects.get(pk=work.pk).enabled == (expected == 404)


def test_every_address_of_the_translation_editor_has_its_question_or_is_closed():
    closed = {"submit_snippet_translation", "snippets_api_listing", "snippets_api_detail"}
    there = get_resolver().namespace_dict["wagtail_localize"][1].reverse_dict
    assert set(translating.MAY) | closed == {name for name in there if isinstance(name, str)}


def test_what_is_not_a_page_is_not_translated(writer_of_all, signed_in):
    address = f"{LOCALIZE}submit/snippet/library/wording/1/"
    assert resolve(address).url_name not in translating.MAY
    assert signed_in(writer_of_all).post(address).status_code == 404
