"""Whoever kept an old address of a page is led to where the page is now."""

import pytest

from lapotne.apps.library.queries import pages
from tests.apps.library.conftest import BRANCH, LATER, ROOF, page, write
from tests.apps.library.test_loading import edit


@pytest.fixture
def leads(client):
    """Where an address leads: `leads("/en/roof/")`; what it answers where it leads nowhere."""

    def to(address: str) -> str | int:
        answer = client.get(address)
        return answer.url if answer.status_code == 302 else answer.status_code

    return to


def test_a_renamed_page_is_found_at_its_old_address_with_all_below_it(loaded, leads):
    edit(page("roof", "lv"), slug="jumts")
    assert leads("/lv/jumts/") == leads("/lv/jumts/branch/") == 200
    assert leads("/lv/roof/") == "/lv/jumts/"
    assert leads("/lv/roof/branch/") == "/lv/jumts/branch/"
    assert leads("/en/roof/") == 200, "in another language nothing moved"


def test_a_moved_page_is_found_at_each_address_it_had(loaded, leads):
    branch, home = page("branch", "lv"), pages.home("lv")
    branch.move(home, pos="last-child")
    assert leads("/lv/roof/branch/") == "/lv/branch/"
    edit(page("branch", "lv"), slug="twig")
    assert leads("/lv/roof/branch/") == leads("/lv/branch/") == "/lv/twig/"


def test_a_page_that_its_file_moves_is_found_too(loaded, load, folder, leads):
    moved = {name: text.replace("path: roof", "path: cover") for name, text in {**ROOF, **BRANCH}.items()}
    write(folder, roof={"page.yaml": ROOF["page.yaml"].replace("path: roof", "path: cover")},
          branch={"page.yaml": moved["page.yaml"]})  # fmt: skip
    assert not load(LATER).problems
    assert leads("/en/roof/") == "/en/cover/"
    assert leads("/lv/roof/branch/") == "/lv/cover/branch/"


def test_whoever_takes_an_address_has_it(loaded, leads):
    edit(page("roof", "en"), slug="cover")
    edit(page("day", "en"), slug="roof")
    assert leads("/en/roof/") == 200
    assert leads("/en/day/") == "/en/roof/"


def test_what_was_never_public_or_is_so_no_more_leads_nowhere(loaded, leads):
    draft = page("roof", "en")
    draft.slug = "not-yet"
    draft.save_revision()
    assert leads("/en/not-yet/") == 404
    edit(page("roof", "en"), slug="cover")
    page("roof", "en").unpublish()
    assert leads("/en/roof/") == 404
    page("roof", "en").delete()
    assert leads("/en/roof/") == 404
