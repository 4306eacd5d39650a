"""What the editor offers about translating stands where its address opens for whoever reads, and nowhere else."""

import json
import re
from html import unescape
from itertools import product

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

from lapotne.apps.library.models import ContentPage
from tests.security.addresses import EDITOR
from tests.security.test_translating import (  # noqa: F401 -- fixtures
    begun,
    language,
    national,
    own,
    reviewer,
    reviewer_of_all,
    submit,
    update,
    writer,
    writer_of_all,
    written_below,
)

ALL = ("writer", "reviewer", "writer_of_all", "reviewer_of_all")


@pytest.fixture
def people(writer, reviewer, writer_of_all, reviewer_of_all, signed_in):  # noqa: F811
    return dict(zip(ALL, map(signed_in, (writer, reviewer, writer_of_all, reviewer_of_all)), strict=True))


def edit(page: Page) -> str:
    return f"{EDITOR}pages/{page.pk}/edit/"


def listing(page: Page) -> str:
    return f"{EDITOR}pages/{page.get_parent().pk}/"


def read(client, path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200, path
    return unescape(answer.text)


def stands_in(text: str, address: str) -> bool:
    return f'href="{address}' in text


def offered(client, path: str, address: str) -> bool:
    return stands_in(read(client, path), address)


def opens(client, address: str) -> bool:
    return client.get(address).status_code == 200


def drawn(client, page: Page) -> dict:
    """What the translation editor's script is told."""
    found = re.search(r'data-props="([^"]*)"', client.get(edit(page)).text)
    return json.loads(unescape(found[1]))


def test_translate_and_sync_are_offered_where_they_open(people, national, own):  # noqa: F811
    for page in (own, national):
        begun(page, "et")
    for (who, client), page in product(people.items(), (own, national)):
        at_home = page == own or who.endswith("of_all")
        said = {path: read(client, path) for path in (edit(page), f"{EDITOR}pages/{page.pk}/", listing(page))}
        for address in (submit(page), update(page)):
            assert opens(client, address) == at_home, (who, address)
            for path, text in said.items():
                assert stands_in(text, address) == at_home, (who, path, address)


def test_publishing_all_at_once_is_offered_to_those_who_publish(people, own):  # noqa: F811
    begun(own)
    for who, client in people.items():
        said = client.get(update(own)).text
        assert ('name="publish_translations"' in said) == who.startswith("reviewer"), who


def test_the_translation_editor_draws_publish_and_withdraw_for_those_who_publish(people, own):  # noqa: F811
    page = begun(own)
    for who, client in people.items():
        told = drawn(client, page)
        publishes = who.startswith("reviewer")
        assert told["perms"]["canPublish"] == publishes, who
        assert bool(told["links"]["convertToAliasUrl"]) == publishes, who
        assert told["links"]["stopTranslationUrl"], who
        assert told["links"]["downloadPofile"], who


def test_what_the_translation_editor_s_script_says_in_english_alone_is_said_beside_it(people, own):  # noqa: F811
    text = people["writer"].get(edit(begun(own)), headers={"Accept-Language": "lv"}).text
    assert re.search(r'translating[^"]*\.js" data-heading="[^"]+ → English" data-more="Vairāk darbību"', text)


def test_a_locked_translation_has_no_control_to_publish(people, own):  # noqa: F811
    page = begun(own)
    Page.objects.filter(pk=page.pk).update(locked=True)
    assert not drawn(people["reviewer"], page)["perms"]["canPublish"]


def test_withdrawing_a_page_s_own_text_is_offered_to_those_who_publish(people, own):  # noqa: F811
    page = begun(own)
    people["reviewer"].post(reverse("wagtail_localize:stop_translation", args=[translation_of(page)]))
    for who, client in people.items():
        shown = "localize-convert-to-alias" in client.get(edit(page)).text
        assert shown == who.startswith("reviewer"), who


def translation_of(page: Page) -> int:
    return Translation.objects.get(source__object_id=page.translation_key).pk


def test_only_languages_that_one_may_begin_are_offered(people, own):  # noqa: F811
    below = written_below(own.key, "zemak")
    begun(own, "en")
    for who, expected in (("writer", {"en"}), ("reviewer", {"en", "et", "pl"}), ("writer_of_all", {"en"})):
        said = people[who].get(submit(below)).text
        values = set(re.findall(r'name="locales" value="(\d+)"', said))
        codes = {code for code in ("en", "et", "pl") if str(language(code).pk) in values}
        assert codes == expected, who


def test_where_no_language_is_open_nothing_is_offered(people, own):  # noqa: F811
    below = written_below(own.key, "zemak")
    assert not offered(people["writer"], edit(below), submit(below))
    assert offered(people["reviewer"], edit(below), submit(below))


def test_an_alias_is_unfolded_by_those_who_may(people, own):  # noqa: F811
    """Below a page that isn't translated a live alias of it is made; who doesn't publish mayn't make a page of it."""
    below = written_below(own.key, "zemak")
    people["reviewer"].post(submit(below), {"locales": [language("en").pk]})
    alias = own.get_translation(language("en"))
    assert alias.alias_of_id == own.pk
    for who, client in people.items():
        assert offered(client, edit(alias), f"{submit(own)}?select_locale") == who.startswith("reviewer"), who


def test_the_board_links_to_what_one_may_edit(people, national, own):  # noqa: F811
    keys = {page: ContentPage.objects.get(pk=page.pk).key for page in (national, own)}
    for page in keys:
        begun(page, "et")
    for who, client in people.items():
        board = "/en/staff/texts/"
        said = {path: read(client, path) for path in (board, *(f"{board}{key}/" for key in keys.values()))}
        for page, key in keys.items():
            at_home = page == own or who.endswith("of_all")
            for path, address in product((board, f"{board}{key}/"), (edit(page), submit(page))):
                assert stands_in(said[path], address) == at_home, (who, path, address)
