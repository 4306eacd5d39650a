"""Every situation of every country, one test each."""

import pytest

from lapotne.domain.entitlements.situations import differing
from tests.rules.shipped import books, situations

ALL = [(book, situation) for book in books() for _, _, situation in situations(book.country).found]


@pytest.mark.parametrize(("book", "situation"), ALL, ids=[f"{book.country}: {one.name}" for book, one in ALL])
def test_a_situation_comes_out(book, situation):
    assert differing(situation, book) == ()
