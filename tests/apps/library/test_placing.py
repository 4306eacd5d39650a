"""A changed `path` or `order` moves the page when its file is loaded, unless somebody moved or edited it here."""

import pytest

from lapotne.apps.library.actions.loading import Loaded
from lapotne.apps.library.models import ArticlePage, ContentPage
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.files import files
from lapotne.apps.library.queries.site import site
from tests.apps.library.conftest import AT, BRANCH, DAY, LATER, ROOF, loaded_once, page, write
from tests.apps.library.test_loading import edit

NEST = {"page.yaml": "kind: article\npath: nest\norder: 20\nsource: en\ndated: 2026-11-24\n",
        "en.md": "---\ntitle: A nest\nsummary: In the roof.\n---\nEggs.\n"}  # fmt: skip


def facts(known: dict[str, str], *changes: tuple[str, str]) -> dict[str, str]:
    """The page.yaml of a page with some lines changed."""
    text = known["page.yaml"]
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return {"page.yaml": text}


def addresses(language: str) -> list[str]:
    """What lies below a language's home page, in the order in which readers are shown it."""
    begins = f"/{language}/"
    found = ContentPage.objects.filter(live=True, url_path__startswith=begins, depth__gt=2).order_by("path")
    return [one.removeprefix(begins) for one in found.values_list("url_path", flat=True)]


@pytest.fixture
def nested(folder, load):
    write(folder, nest=NEST)
    loaded_once(folder, load)
    assert addresses("en") == ["roof/", "nest/", "day/"]


def test_another_path_moves_a_page_and_all_below_it_in_every_language(nested, load, folder):
    write(folder, roof=facts(ROOF, ("path: roof", "path: cover")),
          branch=facts(BRANCH, ("path: roof/branch", "path: cover/branch")))  # fmt: skip
    report = load(LATER)
    assert not report.problems
    assert {report.done[name] for name in report.done if name[0] in ("roof", "branch")} == {Loaded.UPDATED}
    assert addresses("en") == ["cover/", "nest/", "day/"]
    assert addresses("lv") == ["cover/", "cover/branch/"]
    assert page("branch", "lv").is_child_of(page("roof", "lv"))
    assert site().by_path["lv", "cover/branch"].key == "branch"
    written = dict(files())
    assert all(written[str(file.relative_to(folder))] == file.read_text() for file in folder.rglob("*.*"))
    assert set(load(LATER).done.values()) == {Loaded.UNCHANGED}


def test_a_path_below_another_page_hangs_it_there_and_back(nested, load, folder):
    write(folder, nest=facts(NEST, ("path: nest", "path: roof/nest")))
    load(LATER)
    assert addresses("en") == ["roof/", "roof/nest/", "day/"]
    assert page("nest", "en").get_latest_revision_as_object().url_path == "/en/roof/nest/"
    write(folder, nest=NEST)
    load(LATER)
    assert addresses("en") == ["roof/", "nest/", "day/"]


def test_another_order_puts_it_among_its_neighbours(nested, load, folder):
    write(folder, nest=facts(NEST, ("order: 20", "order: 5")))
    load(LATER)
    assert addresses("en") == ["nest/", "roof/", "day/"]
    write(folder, nest=facts(NEST, ("order: 20\n", "")))
    load(LATER)
    assert addresses("en") == ["roof/", "day/", "nest/"]
    written = dict(files())
    assert all(written[str(file.relative_to(folder))] == file.read_text() for file in folder.rglob("*.*"))


def test_two_pages_change_places(nested, load, folder):
    write(folder, nest=facts(NEST, ("path: nest", "path: day")), day=facts(DAY, ("path: day", "path: nest")))
    assert not load(LATER).problems
    assert page("nest", "en").url_path == "/en/day/"
    assert page("day", "en").url_path == "/en/nest/"


def test_a_new_page_takes_the_address_that_another_leaves(nested, load, folder):
    write(folder, nest=facts(NEST, ("path: nest", "path: tree"), ("order: 20", "order: 90")),
          egg={**facts(NEST, ("order: 20", "order: 1")), "en.md": NEST["en.md"]})  # fmt: skip
    load(LATER)
    assert (page("egg", "en").url_path, page("nest", "en").url_path) == ("/en/nest/", "/en/tree/")


def test_a_page_that_was_edited_here_stays_and_the_difference_is_told(nested, load, folder):
    edit(page("nest", "en"), title="An old nest")
    write(folder, nest=facts(NEST, ("path: nest", "path: tree"), ("order: 20", "order: 5")))
    report = load(LATER)
    assert report.done["nest", "en"] is Loaded.KEPT
    assert {"-path: nest", "+path: tree", "-order: 20", "+order: 5"} <= set(report.kept["nest", "en"])
    assert addresses("en") == ["roof/", "nest/", "day/"]
    load(LATER, overwrite=True)
    assert addresses("en") == ["tree/", "roof/", "day/"]


def test_a_page_that_was_moved_here_stays_and_the_difference_is_told(nested, load, folder):
    page("nest", "en").move(page("roof", "en"), pos="last-child")
    write(folder, nest=facts(NEST, ("path: nest", "path: tree")))
    report = load(LATER)
    assert report.done["nest", "en"] is Loaded.KEPT
    assert {"-path: roof/nest", "+path: tree"} <= set(report.kept["nest", "en"])
    assert page("nest", "en").url_path == "/en/roof/nest/"


def test_what_was_put_into_another_order_here_stays_so(nested, load, folder):
    page("day", "en").move(page("roof", "en"), pos="left")
    write(folder, nest=facts(NEST, ("order: 20", "order: 5")))
    report = load(LATER)
    assert report.done["nest", "en"] is Loaded.KEPT
    assert addresses("en") == ["day/", "roof/", "nest/"]


def test_an_address_that_a_page_made_here_has_is_left_to_it(nested, load, folder):
    made = ArticlePage(title="A tree", slug="tree", dated=AT.date(), locale=pages.locale("en"))
    pages.home("en").add_child(instance=made)
    write(folder, nest=facts(NEST, ("path: nest", "path: tree")))
    report = load(LATER)
    assert report.done["nest", "en"] is Loaded.KEPT
    assert page("nest", "en").url_path == "/en/nest/"


def test_translations_keep_their_source_s_facts_when_it_was_edited_here(nested, load, folder):
    edit(page("roof", "en"), safety_critical=False, sources=[{"title": "A book of stones"}])
    write(folder, roof=facts(ROOF, ("A book of trees", "A book of birds")))
    report = load(LATER)
    assert (report.done["roof", "en"], report.done["roof", "lv"]) == (Loaded.KEPT, Loaded.UPDATED)
    for known in (page("roof", "lv"), page("roof", "lv").get_latest_revision_as_object()):
        assert (known.safety_critical, known.sources) == (False, [{"title": "A book of stones"}])
    load(LATER, overwrite=True)
    assert page("roof", "en").sources[0]["title"] == page("roof", "lv").sources[0]["title"] == "A book of birds"
