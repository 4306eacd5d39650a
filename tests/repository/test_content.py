"""The site's texts in this repository: complete, in step, plain, and at addresses of their own."""

from django.conf import settings
from django.urls import resolve
from django.utils.translation import override

from lapotne.adapters.content import read_library
from lapotne.adapters.content.checking import check_library
from lapotne.adapters.reference_yaml import Reference, read_reference
from tests.repository.sources import ROOT

REFERENCE = read_reference(ROOT / "reference")
assert isinstance(REFERENCE, Reference), REFERENCE
LIBRARY = read_library(ROOT / "content", frozenset(code for code, _ in settings.LANGUAGES), REFERENCE.municipalities)


def test_the_texts_have_no_problem():
    assert [str(problem) for problem in check_library(LIBRARY, settings.WRITTEN_LANGUAGES)] == []


def test_there_are_texts_to_check():
    assert len(LIBRARY.pages) > 10


def test_no_page_has_the_address_of_something_else():
    paths = [page.path for page in LIBRARY.pages.values() if page.path]
    with override("en"):
        taken = [path for path in paths if resolve(f"/en/{path}/").view_name != "website:page"]
    assert taken == []
