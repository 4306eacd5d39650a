"""A language that has no words of the law yet is told so, in itself, and never mixes two in a sentence."""

import pytest

from lapotne.apps.rulebooks.presenters.reader import spoken
from lapotne.apps.rulebooks.queries.law import shelf

PAGES = ["/law/", "/law/lv/", "/law/lv/ask/", "/law/compare/"]


@pytest.fixture
def law_without_polish(monkeypatch):
    for book in shelf().books.everything:
        monkeypatch.setitem(book.names, "pl", "")
        monkeypatch.delitem(book.names, "pl")


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_without_the_laws_words_is_told(page, client, law_without_polish):
    assert 'role="note"' in client.get(f"/pl{page}").text


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_who_has_them_is_told_nothing(page, client):
    assert 'role="note"' not in client.get(f"/lv{page}").text


def test_rules_are_said_in_a_language_that_has_both_phrases_and_words(law_without_polish):
    book = shelf().book("lv")
    assert [spoken(language, book) for language in ("lv", "en", "pl")] == ["lv", "en", "en"]
