"""Sources are rows of fields to an editor, with what is wrong said at the field; files give them and get them back."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.queries.files import files
from tests.apps.library.conftest import LATER, ROOF, page, write
from tests.people import person

BOOK = {"title": "A book of trees", "publisher": "", "dated": "2016", "address": ""}
STUDY = {"title": "A study", "publisher": "A ministry", "dated": "2016-05-31", "address": "https://example.org/a"}


@pytest.fixture
def editor(loaded, latvia, signed_in):
    return signed_in(person("juris", RoleKind.CONTENT_REVIEWER, country=latvia))


def address() -> str:
    return reverse("wagtailadmin_pages:edit", args=[page("roof", "en").pk])


def rows(*sources: dict[str, str], without: tuple[int, ...] = ()) -> dict[str, str]:
    """What the browser sends for them; the last comes first, as somebody sorted them."""
    said = {"sources-count": str(len(sources))}
    for number, source in enumerate(sources):
        before = f"sources-{number}-"
        said |= {f"{before}order": str(len(sources) - number), f"{before}deleted": "1" if number in without else ""}
        said |= {f"{before}value-{name}": text for name, text in source.items()}
    return said


def save(client, *sources: dict[str, str], act: str = "action-publish", without: tuple[int, ...] = ()):
    known = page("roof", "en")
    form = {"title": known.title, "slug": known.slug, "key": known.key, "summary": known.summary, "dated": "2026-11-24",
            "body-count": "0", act: "1", **rows(*sources, without=without)}  # fmt: skip
    return client.post(address(), form, headers={"Accept-Language": "en"})


def drawn(text: str) -> list:
    """The rows as the page hands them to the script that shows them, and what is wrong with them."""
    panel = re.search(r'<div id="sources"[^>]*data-w-block-arguments-value="([^"]*)"', text)
    return json.loads(unescape(panel[1]))


def test_sources_of_a_file_stand_there_as_rows(editor):
    shown, wrong = drawn(editor.get(address()).text)
    assert [row["value"]["title"] for row in shown] == ["A book of trees"]
    assert shown[0]["value"]["dated"] == "2016"
    assert wrong is None


def test_rows_are_added_sorted_and_taken_out(editor):
    assert save(editor, BOOK, STUDY).status_code == 302
    assert page("roof", "en").sources == [STUDY, {"title": "A book of trees", "dated": "2016"}]
    assert page("roof", "lv").sources == page("roof", "en").sources, "they are those of all languages"
    assert save(editor, BOOK, STUDY, without=(1,)).status_code == 302
    assert page("roof", "en").sources == [{"title": "A book of trees", "dated": "2016"}]
    assert save(editor).status_code == 302
    assert page("roof", "en").sources == []


def test_what_was_written_in_rows_comes_back_from_its_file(editor, load, folder):
    save(editor, BOOK, STUDY)
    before = page("roof", "en").sources
    for path, text in files():
        (folder / path).write_text(text)
    assert not load(LATER, overwrite=True).problems
    assert page("roof", "en").sources == before


def test_an_editor_who_touches_nothing_changes_no_source(editor, load, folder):
    told = '{title: "Trees: a book", publisher: "A house, too", dated: 2016-05, address: "http://old.example/?a=1&b"}'
    write(folder, roof={"page.yaml": ROOF["page.yaml"].replace("{title: A book of trees, dated: 2016}", told)})
    assert not load(LATER).problems
    known = page("roof", "en").sources
    save(editor, *({"publisher": "", "dated": "", "address": "", **source} for source in known))
    assert page("roof", "en").sources == known


@pytest.mark.parametrize("act", ["action-publish", "draft"])
@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("title", "", "This field is required."),
        ("dated", "in May", "Write a year, a month or a day"),
        ("dated", "31.05.2016", "Write a year, a month or a day"),
        ("address", "example.org", "beginning with https://"),
        ("address", "javascript:alert(1)", "beginning with https://"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(editor, act, name, text, told):
    before = page("roof", "en").sources
    answer = save(editor, BOOK, {**STUDY, name: text}, act=act)
    assert answer.status_code == 200
    shown, wrong = drawn(answer.text)
    assert [row["value"]["publisher"] for row in shown] == ["A ministry", None]
    assert told in json.dumps(wrong["blockErrors"]["0"]["blockErrors"][name])
    assert page("roof", "en").sources == before
