"""The words of a gallery's pictures are its own as any other: translated, outdated, found, and never shown by half."""

from importlib import import_module
from io import BytesIO
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from PIL import Image as Pixels
from wagtail.images.models import Image
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.indexing import index_everything, learn_words
from lapotne.apps.library.models import GalleryPage, Picture, Wording
from lapotne.apps.library.queries import findable, pages
from lapotne.apps.library.queries.states import State
from tests.apps.library.conftest import AT, page
from tests.apps.library.test_loading import edit
from tests.apps.library.test_translations import standings
from tests.people import person

# Wagtail leaves files that it makes pictures of to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")

LATVIAN = {"Views": "Skati", "An oak": "Ozols", "Where two paths meet": "Kur satiekas divas takas", "Ann": "Anna"}


@pytest.fixture(autouse=True)
def on_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


def drawing(title: str = "Oak", colour: str = "green") -> Image:
    written = BytesIO()
    Pixels.new("RGB", (40, 20), colour).save(written, "PNG")
    return Image.objects.create(title=title, file=ContentFile(written.getvalue(), name="oak.png"))


@pytest.fixture
def gallery(loaded) -> GalleryPage:
    """Written in the editor, in English."""
    made = GalleryPage(title="Views", slug="views", key="views", dated=AT.date(), locale=pages.locale("en"))
    pages.home("en").add_child(instance=made)
    made.pictures = [Picture(image=drawing(), shows="An oak", caption="Where two paths meet", credit="Ann")]
    made.save_revision().publish()
    return page("views", "en")


@pytest.fixture
def translated(gallery, alice, django_capture_on_commit_callbacks) -> Translation:
    """Into Latvian, whole and published."""
    source, _ = TranslationSource.get_or_create_from_instance(gallery)
    work = Translation.objects.create(source=source, target_locale=pages.locale("lv"))
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string, locale=work.target_locale, context=segment.context,
            data=LATVIAN[segment.string.data], translation_type="manual", last_translated_by=alice,
        )  # fmt: skip
    publish(work, alice, django_capture_on_commit_callbacks)
    return work


def publish(work: Translation, by, capture) -> None:
    with capture(execute=True):
        work.save_target(user=by, publish=True)


def reword(gallery: GalleryPage, **values: object) -> None:
    picture = gallery.pictures.get()
    for name, value in values.items():
        setattr(picture, name, value)
    edit(gallery, pictures=[picture])


def read(client, language: str) -> str:
    return client.get(f"/{language}/views/").text


def test_each_word_of_a_picture_is_translated(translated, client):
    assert standings("views")["lv"].state is State.CURRENT
    text = read(client, "lv")
    for words in ('alt="Ozols"', "Kur satiekas divas takas", "Anna"):
        assert words in text
    assert "oak" not in text.partition("<main")[2].replace("/files/images/oak", "")


@pytest.mark.parametrize("name", ["shows", "caption", "credit"])
def test_other_words_of_a_picture_leave_its_translations_outdated(translated, name):
    reword(page("views", "en"), **{name: "Something else"})
    found = standings("views")["lv"]
    assert (found.state, found.total - found.done) == (State.OUTDATED, 1)


def test_another_picture_does_so_too_for_its_words_were_of_the_first(translated):
    reword(page("views", "en"), image=drawing("Pine", "black"))
    assert standings("views")["lv"].state is State.OUTDATED


def test_saying_the_same_again_does_not(translated):
    reword(page("views", "en"))
    assert standings("views")["lv"].state is State.CURRENT


def test_half_a_translation_keeps_its_last_words_and_picture(
    translated, client, alice, django_capture_on_commit_callbacks
):
    reword(page("views", "en"), shows="A pine", image=drawing("Pine", "black"))
    publish(translated, alice, django_capture_on_commit_callbacks)
    assert page("views", "lv").pictures.get().shows == "A pine", "the page itself holds a half"
    text = read(client, "lv")
    assert 'alt="Ozols"' in text
    assert "A pine" not in text
    assert read(client, "en").count('alt="A pine"') == 1


def test_a_search_finds_them_in_their_language(translated, client):
    """By any form of the words, of which only these pages' are learnt: a dictionary takes seconds."""
    learn_words(sources=list(findable.pages(key="views")))
    index_everything(today=AT.date(), learning=False)
    for language, q in (("en", "oaks"), ("en", "paths"), ("lv", "ozoli"), ("lv", "takas")):
        assert f'href="/{language}/views/"' in client.post(f"/{language}/search/", {"q": q}).text, q


def test_a_gallery_that_went_live_before_its_wording_named_pictures_shows_them(gallery, client):
    wording = Wording.objects.filter(page=gallery).last()
    del wording.content["pictures"]
    wording.save()
    assert 'alt="An oak"' in read(client, "en")


def test_a_picture_that_was_deleted_since_is_left_out(translated, client):
    image = page("views", "en").pictures.get().image
    for language in ("en", "lv"):
        page("views", language).pictures.all().delete()
    Picture.objects.all().delete()
    image.delete()
    assert read(client, "lv").count("<figure") == 0


def test_the_translation_editor_opens_with_the_pictures_words(translated, signed_in, latvia):
    reviewer = person("reviewer", RoleKind.CONTENT_REVIEWER, country=latvia)
    address = f"/staff/editor/pages/{page('views', 'lv').pk}/edit/"
    answer = signed_in(reviewer).get(address)
    assert answer.status_code == 200
    assert "Where two paths meet" in answer.text


def test_pictures_from_before_they_had_translations_are_paired_by_their_places(translated):
    Picture.objects.filter(page=page("views", "lv")).update(translation_key=uuid4())
    import_module("lapotne.apps.library.migrations.0007_pictures_have_translations").pair(apps, None)
    pictures = [page("views", language).pictures.get() for language in ("en", "lv")]
    assert len({picture.translation_key for picture in pictures}) == 1
    assert [picture.locale.language_code for picture in pictures] == ["en", "lv"]
