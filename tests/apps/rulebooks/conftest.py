"""The law as the repository ships it, and how the tests read a page."""

import html
import re

import pytest
from django.http import HttpResponse

from lapotne.apps.rulebooks.views import country as view
from tests.rules.shipped import books

COUNTRIES = sorted(book.country for book in books())


@pytest.fixture(params=COUNTRIES)
def country(request) -> str:
    """Every country in turn, and the rules above them."""
    return request.param


@pytest.fixture(autouse=True)
def no_page_kept():
    """Pages of other tests were made from other files, or on another day."""
    view.kept.kept.clear()


def main_of(response: HttpResponse) -> str:
    return response.content.decode().split("<main", 1)[1].split("</main>")[0]


@pytest.fixture
def markup():
    """The markup of a page's own content: `markup(response)`."""
    return main_of


@pytest.fixture
def words():
    """A page's text with its white space as single spaces: `words(response)`."""

    def read(response: HttpResponse) -> str:
        return plain(main_of(response))

    return read


@pytest.fixture
def cards():
    """The texts of the verdicts of one answer: `cards(response, "no")`."""

    def read(response: HttpResponse, answer: str) -> list[str]:
        found = re.findall(rf'<article class="verdict verdict--{answer}".*?</article>', main_of(response), re.DOTALL)
        return [plain(one) for one in found]

    return read


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))
