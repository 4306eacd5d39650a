"""A gallery's pictures and a publication's cover lie beside page.yaml: loaded, told what is wrong, and written back."""

from hashlib import sha256
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image as Pixels
from wagtail.images.models import Image

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.library.actions.loading import Loaded, load_content
from lapotne.apps.library.actions.publishing import show
from lapotne.apps.library.models import Picture
from lapotne.apps.library.queries.files import files, files_beside
from lapotne.apps.library.queries.states import State
from lapotne.apps.library.queries.wordings import newest
from tests.apps.library.conftest import AT, LATER, page, write
from tests.apps.library.test_export import empty
from tests.apps.library.test_loading import edit
from tests.apps.library.test_translations import standings

# Wagtail leaves files that it makes pictures of to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")

AGAIN, OTHER = uuid4(), uuid4()
HOME = "56.51 N 21.01 E"
FACTS = "kind: {kind}\npath: {kind}\nsource: en\ndated: 2026-11-24\n"
EN = """---
title: Views
summary: Two drawings.
pictures:
  - {file: oak.jpg, shows: "An oak: old", caption: Where two paths meet, credit: Ann}
  - {file: pine.webp, shows: A pine}
reviewed: null
---
Look.
"""
LV = f"""---
title: Skati
summary: Divi zīmējumi.
of: "{digest_of(EN)}"
pictures:
  - {{file: oak.jpg, shows: "Ozols: vecs", caption: Kur satiekas divas takas, credit: Anna}}
  - {{file: pine.webp, shows: Priede}}
reviewed: null
---
Skatieties.
"""
GALLERY = {
    "page.yaml": FACTS.format(kind="gallery") + "pictures: [oak.jpg, pine.webp]\n",
    "en.md": EN,
    "lv.md": LV,
}
BOOK = {
    "page.yaml": FACTS.format(kind="publication")
    + "files:\n  - {language: en, address: 'https://example.org/book', cover: oak.jpg}\n",
    "en.md": "---\ntitle: A book\nsummary: Words.\nreviewed: null\n---\nWords.\n",
}


@pytest.fixture(autouse=True)
def on_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


def drawing(kind: str, colour: str = "green", **more: object) -> bytes:
    written = BytesIO()
    Pixels.new("RGB", (40, 20), colour).save(written, kind, **more)
    return written.getvalue()


@pytest.fixture
def folder(folder):
    write(folder, views=GALLERY, book=BOOK)
    for key, name, kind in (("views", "oak.jpg", "JPEG"), ("views", "pine.webp", "WEBP"), ("book", "oak.jpg", "JPEG")):
        (folder / key / name).write_bytes(drawing(kind, {"views": "green", "book": "blue"}[key]))
    return folder


def bytes_of(image: Image) -> bytes:
    with image.file.open("rb") as opened:
        return opened.read()


def shown() -> list[object]:
    """All that readers get from pictures, in both languages."""
    said = [(language, one) for language in ("en", "lv") for one in newest(page("views", language)).content["pictures"]]
    images = Image.objects.in_bulk()
    words = [
        (language, digest(images[one["image"]]), one["shows"], one["caption"], one["credit"]) for language, one in said
    ]
    return [*words, digest(page("book", "en").published_files.get().cover)]


def digest(image: Image) -> str:
    return sha256(bytes_of(image)).hexdigest()


def test_pictures_are_loaded_with_their_words_in_each_language(loaded, client):
    keys = [[one.translation_key for one in page("views", language).pictures.all()] for language in ("en", "lv")]
    assert keys[0] == keys[1]
    assert Image.objects.count() == 3
    text = client.get("/lv/gallery/").text
    for words in ('alt="Ozols: vecs"', "Kur satiekas divas takas", "Anna", 'alt="Priede"', 'width="40" height="20"'):
        assert words in text
    found = standings("views")["lv"]
    assert (found.state, found.done) == (State.CURRENT, found.total)
    assert 'src="/files/images/' in client.get("/en/publications/").text


def test_loading_again_makes_nothing_anew(loaded, load):
    before = [*shown(), *Image.objects.order_by("pk").values_list("pk", "file")]
    assert set(load(LATER).done.values()) == {Loaded.UNCHANGED}
    assert [*shown(), *Image.objects.order_by("pk").values_list("pk", "file")] == before


def test_what_was_loaded_is_written_back_byte_for_byte(loaded, folder):
    beside = dict(files_beside())
    assert set(beside) == {"views/oak.jpg", "views/pine.webp", "book/oak.jpg"}
    for path, data in beside.items():
        assert data == (folder / path).read_bytes(), path
    assert {path: text for path, text in files() if path.startswith("views")} == {
        f"views/{name}": text for name, text in GALLERY.items()
    }


def test_what_was_edited_is_the_same_after_export_and_loading_elsewhere(loaded, tmp_path):
    """Also a picture that is shown twice, and one of another page that has the same name."""
    for language, words in (("en", "Again"), ("lv", "Vēlreiz")):
        views = page("views", language)
        oak, pine = views.pictures.all()
        again = Picture(image=pine.image, shows=words, sort_order=2, translation_key=AGAIN, locale=views.locale)
        other = Picture(
            image=page("book", "en").published_files.get().cover, shows=words, sort_order=3,
            translation_key=OTHER, locale=views.locale,
        )  # fmt: skip
        pine.shows = f'{words}: "#1"'
        edit(views, pictures=[oak, pine, again, other])
    show(page=page("views", "lv"), by=None, at=LATER, of=newest(page("views", "en")).digest)
    before = shown()
    assert len(before) == 9
    call_command("export_content", str(tmp_path / "out"), verbosity=0)
    empty()
    report = load_content(folder=tmp_path / "out", at=AT)
    assert not report.problems
    assert shown() == before


def test_a_translation_with_fewer_pictures_shows_those(loaded, folder, load):
    fewer = LV.replace("  - {file: pine.webp, shows: Priede}\n", "")
    write(folder, views={"lv.md": fewer})
    assert not load(LATER).problems
    assert [one.shows for one in page("views", "lv").pictures.all()] == ["Ozols: vecs"]
    assert standings("views")["lv"].state is State.CURRENT, "as its file says; `lapotne content check` tells otherwise"


def test_a_picture_that_changed_beside_its_page_is_taken(loaded, load, folder, client):
    old = client.get("/lv/gallery/").text
    (folder / "views" / "oak.jpg").write_bytes(drawing("JPEG", "black"))
    done = load(LATER).done
    assert {name for name, outcome in done.items() if outcome is Loaded.UPDATED} == {("views", "en"), ("views", "lv")}
    new = client.get("/lv/gallery/").text
    assert picture_in(old) != picture_in(new), "browsers keep what has the same name"
    image = page("views", "lv").pictures.first().image
    assert bytes_of(image) == drawing("JPEG", "black")
    assert Image.objects.count() == 3


def picture_in(text: str) -> str:
    return text.partition('src="/files/')[2].partition('"')[0]


def test_a_picture_replaced_in_the_editor_stays_until_the_file_is_asked_for(loaded, load, folder):
    image = page("views", "en").pictures.first().image
    image.file = ContentFile(drawing("JPEG", "red"), name="red.jpg")
    image._set_image_file_metadata()
    image.save()
    (folder / "views" / "oak.jpg").write_bytes(drawing("JPEG", "black"))
    load(LATER)
    assert bytes_of(Image.objects.get(pk=image.pk)) == drawing("JPEG", "red")
    load(LATER, overwrite=True)
    assert bytes_of(Image.objects.get(pk=image.pk)) == drawing("JPEG", "black")


def test_an_edited_gallery_is_kept_and_told_that_its_pictures_differ(loaded, load, folder):
    edit(page("views", "en"), title="Other views")
    (folder / "views" / "oak.jpg").write_bytes(drawing("JPEG", "black"))
    report = load(LATER)
    assert report.done["views", "en"] is Loaded.KEPT
    assert report.kept["views", "en"][-1] == "Beside page.yaml other files lie than here: oak.jpg, pine.webp"


def test_what_a_camera_wrote_into_a_picture_is_told_and_not_kept(folder, load):
    about = Pixels.Exif()
    about[0x010E] = HOME
    about.get_ifd(0x8825)[29] = HOME
    for key in ("views", "book"):
        (folder / key / "oak.jpg").write_bytes(drawing("JPEG", exif=about))
    report = load()
    assert [(problem.is_error, problem.message.split(":")[0]) for problem in report.problems] == [
        (False, "'oak.jpg' holds more than a picture")
    ] * 2
    for image in (page("views", "en").pictures.first().image, page("book", "en").published_files.get().cover):
        assert HOME.encode() not in bytes_of(image)
        with image.get_rendition("max-20x20|format-webp").file.open("rb") as made:
            assert HOME.encode() not in made.read()


def test_a_picture_and_words_that_go_leave_no_trace(loaded, load, folder):
    write(folder, views={name: text.replace(", pine.webp", "") for name, text in GALLERY.items()})
    for language in ("en", "lv"):
        file = folder / "views" / f"{language}.md"
        lines = file.read_text().splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "pine" not in line))
    load(LATER)
    assert [one.shows for one in page("views", "en").pictures.all()] == ["An oak: old"]
    assert "A pine" not in dict(files())["views/en.md"]
