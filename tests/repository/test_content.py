"""The site's texts in this repository: complete, in step, plain, and at addresses of their own."""

import pytest
from django.conf import settings
from django.urls import resolve
from django.utils.translation import override

from lapotne.adapters.content import read_library
from lapotne.adapters.content.checking import check_library
from lapotne.adapters.reference_yaml import Reference, read_reference
from tests.repository.sources import ROOT


@pytest.fixture(scope="module")
def library():
    reference = read_reference(ROOT / "reference")
    assert isinstance(reference, Reference), reference
    return read_library(ROOT / "content", frozenset(code for code, _ in settings.LANGUAGES), reference.municipalities)


def test_the_texts_have_no_problem(library):
    assert [str(problem) for problem in check_library(library, settings.WRITTEN_LANGUAGES)] == []


def test_there_are_texts_to_check(library):
    assert len(library.pages) > 10


def test_no_page_has_the_address_of_something_else(library):
    paths = [page.path for page in library.pages.values() if page.path]
    with override("en"):
        taken = [path for path in paths if resolve(f"/en/{path}/").view_name != "website:page"]
    assert taken == []
