"""What was edited in the product comes out as files, and these make the same pages elsewhere."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from PIL import Image as Pixels
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import PageLogEntry

from lapotne.adapters.content import read_library
from lapotne.apps.library.actions.ground import lay_ground
from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.models import ArticlePage, ContentPage, PublishedFile
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.files import files
from tests.apps.library.conftest import AT, page, write

# Wagtail leaves files that it makes pictures of to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")

TEXT = "---\ntitle: {title}\nsummary: Words.\n{more}---\nWords.\n"
FACTS = "kind: {kind}\npath: {path}\norder: {order}\nsource: en\ndated: 2026-11-24\n"
BOOK = {"page.yaml": FACTS.format(kind="publication", path="book", order=20),
        "en.md": TEXT.format(title="A book", more="")}  # fmt: skip
TRIED = {"page.yaml": FACTS.format(kind="practice", path="tried", order=30),
         "en.md": TEXT.format(title="Tried", more="problem: A.\ndone: B.\nevidence: C.\ncost: Little.\n")}  # fmt: skip
COST = 'Two hours a week.\r\nNothing else: "really".\n'


@pytest.fixture(autouse=True)
def on_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


@pytest.fixture
def folder(folder):
    return write(folder, book=BOOK, tried=TRIED)


def picture() -> bytes:
    written = BytesIO()
    Pixels.new("RGB", (4, 2), "green").save(written, "PNG")
    return written.getvalue()


def edit_all() -> None:
    tried, book = page("tried", "en"), page("book", "en")
    tried.cost = COST
    tried.save_revision().publish()
    document = Document.objects.create(title="Guide", file=ContentFile(b"%PDF-1.7", name="guide.pdf"))
    cover = Image.objects.create(title="Cover", file=ContentFile(picture(), name="cover.png"))
    book.published_files = [
        PublishedFile(language="lv", document=document, cover=cover, checked_for_accessibility=True),
        PublishedFile(language="en", address="https://example.org/book"),
    ]
    book.save_revision().publish()
    page("book", "en").move(page("roof", "en"), pos="left")
    page("day", "en").move(page("tried", "en"), pos="last-child")


def seen() -> dict[str, object]:
    """What readers of the English pages see, in the order of the tree."""
    found = [
        one.specific for one in ContentPage.objects.filter(live=True, url_path__startswith="/en/").order_by("path")
    ]
    return {one.url_path: (one.key, one.title, getattr(one, "cost", ""), _files(one)) for one in found}


def _files(one) -> list[object]:
    return [
        (file.language, file.address, file.document and _bytes(file.document),
         file.cover and (file.cover.width, file.cover.height), file.checked_for_accessibility)
        for file in (one.published_files.all() if hasattr(one, "published_files") else ())
    ]  # fmt: skip


def _bytes(document: Document) -> bytes:
    with document.file.open("rb") as opened:
        return opened.read()


def empty() -> None:
    pages.home("en").get_parent().get_children().delete()
    PageLogEntry.objects.all().delete()
    Document.objects.all().delete()
    Image.objects.all().delete()
    lay_ground()


def test_what_was_edited_here_is_the_same_after_export_and_loading_elsewhere(loaded, tmp_path):
    edit_all()
    before, out = seen(), tmp_path / "out"
    assert list(before) == ["/en/", "/en/book/", "/en/roof/", "/en/tried/", "/en/tried/day/"]
    call_command("export_content", str(out), verbosity=0)
    empty()
    report = load_content(folder=out, at=AT)
    assert not report.problems
    assert list(seen().items()) == list(before.items())


def test_a_moved_page_takes_its_children_along(loaded):
    page("roof", "lv").move(pages.home("lv"), pos="last-child")
    assert dict(files())["branch/page.yaml"].splitlines()[1] == "path: roof/branch"
    page("branch", "lv").move(pages.home("lv"), pos="last-child")
    assert dict(files())["branch/page.yaml"].splitlines()[1] == "path: branch"


def test_a_page_made_here_is_written_where_it_lies(loaded):
    made = ArticlePage(
        title="A nest", slug="nest", key="nest", source="en", dated=AT.date(), locale=pages.locale("en"), live=False
    )
    page("roof", "en").add_child(instance=made)
    made.save_revision().publish()
    assert dict(files())["nest/page.yaml"].splitlines()[1] == "path: roof/nest"


def test_a_home_page_without_a_path_is_written_as_it_was(load, folder):
    plain = "kind: home\nsource: en\ndated: 2026-11-24\n"
    write(folder, home={"page.yaml": plain})
    assert not load().problems
    assert dict(files())["home/page.yaml"] == plain


def test_an_edited_page_keeps_its_order(loaded):
    roof = page("roof", "en")
    roof.title = "A green roof"
    roof.save_revision().publish()
    assert "order: 10\n" in dict(files())["roof/page.yaml"]


@pytest.mark.parametrize("sources", [{"a": 1}, ["text"], [{"publisher": "A house"}]])
def test_sources_that_are_none_are_refused_and_said_what_one_is(loaded, sources):
    roof = page("roof", "en")
    roof.sources = sources
    with pytest.raises(ValidationError, match="Each source has a title") as refused:
        roof.full_clean()
    assert set(refused.value.message_dict) == {"sources"}


@pytest.mark.parametrize("sources", [{"a": 1}, ["text"]])
def test_one_page_that_can_t_be_written_doesn_t_stop_the_rest(loaded, tmp_path, capsys, sources):
    page("roof", "en").save_revision().publish()
    ContentPage.objects.filter(key="roof").update(sources=sources)
    with pytest.raises(CommandError, match="export again"):
        call_command("export_content", str(tmp_path / "out"))
    assert "roof: not written: its sources" in capsys.readouterr().err
    assert {one.name for one in (tmp_path / "out").iterdir()} == {"home", "branch", "day", "book", "tried"}


def test_a_cover_beside_the_page_is_loaded(load, folder):
    more = "files:\n  - {language: en, address: 'https://example.org/book', cover: cover.png}\n"
    write(folder, book={"page.yaml": BOOK["page.yaml"] + more})
    (folder / "book" / "cover.png").write_bytes(picture())
    assert not load().problems
    assert page("book", "en").published_files.get().cover.width == 4


@pytest.mark.parametrize(("data", "said"), [(None, "There is no file"), (b"%PDF", "is no picture")])
def test_a_cover_that_can_t_be_shown_is_told(folder, data, said):
    more = "files:\n  - {language: en, address: 'https://example.org/book', cover: cover.png}\n"
    write(folder, book={"page.yaml": BOOK["page.yaml"] + more})
    if data:
        (folder / "book" / "cover.png").write_bytes(data)
    (problem,) = read_library(folder, frozenset({"en", "lv"}), ()).problems
    assert said in problem.message
    assert problem.is_error


def test_a_file_is_in_a_language_of_the_site(db):
    with pytest.raises(ValidationError) as refused:
        PublishedFile(language="english", address="https://example.org/").full_clean(exclude=["page"])
    assert set(refused.value.message_dict) == {"language"}
    PublishedFile(language="fi", address="https://example.org/").full_clean(exclude=["page"])
