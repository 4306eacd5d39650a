"""What all languages of a page have in common changes in all of them at once, and their words stay up to date."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.library.models import Findable, PublicationPage
from lapotne.apps.library.queries.edits import is_edited
from lapotne.apps.library.queries.files import files
from lapotne.apps.library.queries.site import forget
from lapotne.apps.library.queries.states import State, board
from tests.apps.library.conftest import DAY, loaded_once, page, write
from tests.apps.library.test_loading import edit

DAY_LV = '---\ntitle: Diena\nsummary: Divas.\nplace: Amsterdama\nof: "{}"\n---\nCilvēki tikās.\n'
NEWS_EN = "---\ntitle: A story\nsummary: Short.\n---\nIt rained.\n"
NEWS_LV = '---\ntitle: Stāsts\nsummary: Īss.\nof: "{}"\n---\nLija.\n'
NEWS = {"page.yaml": "kind: news\npath: story\nsource: en\ndated: 2026-11-24\npublished: 2026-11-20\n",
        "en.md": NEWS_EN, "lv.md": NEWS_LV.format(digest_of(NEWS_EN))}  # fmt: skip
BOOK_EN = "---\ntitle: A book\nsummary: Thin.\n---\nRead it.\n"
BOOK_LV = '---\ntitle: Grāmata\nsummary: Plāna.\nof: "{}"\n---\nLasiet.\n'
BOOK = {"page.yaml": "kind: publication\npath: book\nsource: en\ndated: 2026-11-24\n"
                     "files:\n  - {language: en, address: \"https://example.org/old.pdf\"}\n",
        "en.md": BOOK_EN, "lv.md": BOOK_LV.format(digest_of(BOOK_EN))}  # fmt: skip
MAY = {"starts": datetime(2027, 5, 3, 7, tzinfo=UTC), "ends": datetime(2027, 5, 3, 9, tzinfo=UTC), "all_day": False}


@pytest.fixture
def paired(load, folder):
    write(folder, day={"lv.md": DAY_LV.format(digest_of(DAY["en.md"]))}, story=NEWS, book=BOOK)
    report = loaded_once(folder, load)
    forget()
    return report


def state(key: str) -> State:
    rows = board([code for code, _ in settings.LANGUAGES])
    return next(row for row in rows if row.key == key).standings["lv"].state


def test_an_event_that_is_moved_is_moved_in_every_language(paired):
    address = "/lv/events/of/day.ics"
    assert "20160118" in Client().get(address).content.decode()
    edit(page("day", "en"), **MAY)
    for shown in (address, "/lv/events/all.ics"):
        text = Client().get(shown).content.decode()
        assert "20270503T" in text
        assert "20160118" not in text
    assert "2027" in Client().get("/lv/day/").content.decode()
    assert (page("day", "lv").title, page("day", "lv").place) == ("Diena", "Amsterdama")
    assert state("day") is State.CURRENT


def test_the_day_of_news_is_the_same_in_every_language(paired):
    edit(page("story", "en"), published=datetime(2026, 11, 23, tzinfo=UTC).date())
    assert page("story", "lv").published.isoformat() == "2026-11-23"
    assert "2026-11-23" in Client().get("/lv/news/atom.xml").content.decode()
    assert state("story") is State.CURRENT


def test_whoever_publishes_the_translation_later_does_not_bring_the_old_day_back(paired):
    draft = page("day", "lv")
    draft.title = "Cita diena"
    draft.save_revision()
    edit(page("day", "en"), **MAY)
    page("day", "lv").get_latest_revision().publish()
    found = page("day", "lv")
    assert (found.title, found.starts) == ("Cita diena", MAY["starts"])


def test_even_an_old_revision_of_the_translation_is_published_with_the_new_day(paired):
    old = page("day", "lv").get_latest_revision()
    page("day", "lv").save_revision().publish()
    edit(page("day", "en"), **MAY)
    old.refresh_from_db()
    old.publish()
    assert page("day", "lv").starts == MAY["starts"]


def test_a_translation_that_is_no_more_than_a_draft_has_the_new_day_too(paired):
    page("day", "lv").unpublish()
    edit(page("day", "en"), **MAY)
    found = page("day", "lv")
    assert not found.live
    assert found.get_latest_revision_as_object().starts == MAY["starts"]


def test_the_files_of_a_publication_are_the_same_in_every_language(paired):
    source = page("book", "en")
    file = source.published_files.get()
    file.address = "https://example.org/new.pdf"
    edit(source, published_files=[file])
    found = PublicationPage.objects.get(pk=page("book", "lv").pk)
    assert [one.address for one in found.published_files.all()] == ["https://example.org/new.pdf"]
    assert [one.address for one in page("book", "en").published_files.all()] == ["https://example.org/new.pdf"]
    assert "new.pdf" in str(found.get_latest_revision().content["published_files"])


def test_nobody_worked_on_the_translation(paired):
    edit(page("day", "en"), **MAY)
    assert not is_edited(page("day", "lv"))
    written = dict(files())
    assert "starts: 2027-05-03T10:00" in written["day/page.yaml"]
    assert "title: Diena" in written["day/lv.md"]


def test_a_new_key_is_every_language_s_and_found_at_once(paired):
    edit(page("day", "en"), key="two-days")
    assert page("two-days", "lv").title == "Diena"
    assert set(Findable.objects.filter(key="two-days").values_list("language", flat=True)) == {"en", "lv"}


def test_a_draft_of_the_source_moves_nothing(paired):
    draft = page("day", "en")
    draft.starts, draft.ends = MAY["starts"], MAY["ends"]
    draft.save_revision()
    edit(page("day", "lv"), title="Tā diena")
    assert page("day", "lv").starts.year == 2016
