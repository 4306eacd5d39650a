"""The editor's own search: a page is found by what it says since it was loaded, written, changed or taken away."""

import pytest
from wagtail.models import Page

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.models import ArticlePage, ContentPage
from lapotne.apps.library.queries import pages
from tests.apps.library.conftest import AT, page
from tests.people import person


def found(word: str) -> set[tuple[str, str]]:
    numbers = [one.pk for one in Page.objects.search(word)]
    return {(one.key, one.language) for one in ContentPage.objects.filter(pk__in=numbers).select_related("locale")}


def test_all_that_was_loaded_is_found_and_again_when_its_file_changed(load, folder):
    load()
    assert found("Jumts") == {("roof", "lv")}
    assert found("branch") == set()
    file = folder / "branch" / "lv.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Zars", "Branch"), encoding="utf-8")
    load()
    assert found("branch") == {("branch", "lv")}


def test_a_page_is_found_as_soon_as_it_is_saved_and_no_more_when_it_is_deleted(loaded):
    made = ArticlePage(title="A hollow tree", slug="tree", dated=AT.date(), locale=pages.locale("en"))
    pages.home("en").add_child(instance=made)
    assert found("hollow") == {("tree", "en")}
    made.title = "A full one"
    made.save()
    assert (found("hollow"), found("full")) == (set(), {("tree", "en")})
    made.delete()
    assert found("full") == set()


def test_one_that_is_saved_as_a_page_of_no_kind_keeps_the_entry_of_its_kind(loaded):
    known = ContentPage.objects.get(pk=page("roof", "en").pk)
    known.title = "A gutter"
    known.save()
    assert found("gutter") == {("roof", "en")}
    assert page("roof", "en").index_entries.count() == 1


def test_a_town_s_own_part_is_found(town):
    person("writer", RoleKind.CONTENT_EDITOR, municipality=town)
    assert (town.key, "lv") in found("Liepkalni")


def test_after_loading_that_failed_pages_are_found_as_they_are_saved(load, folder, monkeypatch):
    monkeypatch.setattr("lapotne.apps.library.actions.loading.hand_over", None)
    with pytest.raises(TypeError):
        load()
    monkeypatch.undo()
    load()
    home = page("home", "en")
    home.title = "Beginning"
    home.save()
    assert found("Beginning") == {("home", "en")}
