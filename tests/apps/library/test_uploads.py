"""What editors upload: pictures made anew, documents to keep, nothing that runs in a reader's browser."""

import gc
from hashlib import sha1
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pixels
from wagtail.documents.models import Document
from wagtail.images.forms import get_image_form
from wagtail.images.models import Image
from wagtail.models import Collection

from lapotne.adapters.pictures import MOST_BYTES
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.ground import lay_ground
from tests.people import person

SECRET = b"taken at home"


# Wagtail leaves files that it makes pictures of to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")


@pytest.fixture(autouse=True)
def on_disk(settings, tmp_path):
    """Files lie where production has them."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


def photograph() -> bytes:
    written = BytesIO()
    about = Pixels.Exif()
    about[0x010E] = SECRET.decode()
    Pixels.new("RGB", (40, 20), "green").save(written, "JPEG", exif=about)
    return written.getvalue() + b"<script>alert(1)</script>"


def upload(name: str, data: bytes):
    lay_ground()
    return get_image_form(Image)(
        {"title": name, "collection": Collection.get_first_root_node().pk, "tags": ""},
        {"file": SimpleUploadedFile(name, data)},
    )


def test_a_photograph_is_kept_as_its_pixels_alone(db):
    assert SECRET in photograph()
    form = upload("leaf.jpg", photograph())
    assert form.is_valid(), form.errors
    with form.save().file.open() as file:
        kept = file.read()
    assert SECRET not in kept
    assert b"script" not in kept
    assert Pixels.open(BytesIO(kept)).size == (40, 20)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.jpg", b"GIF89a"),
        ("a.html", b"<script>alert(1)</script>"),
    ],
)
def test_what_is_no_picture_is_refused(db, name, data):
    assert not upload(name, data).is_valid()


def test_a_made_picture_is_served_and_the_upload_isn_t(client, db):
    form = upload("leaf.jpg", photograph())
    assert form.is_valid()
    image = form.save()
    made = image.get_rendition("max-20x20|format-webp")
    image.file.close()
    gc.collect()
    answer = client.get(made.url)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/webp")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer.close()
    for path in (f"/files/{image.file.name}", "/files/images/../documents/x.pdf", "/files/images/a.svg"):
        assert client.get(path, follow=True).status_code == 404


def test_a_document_comes_as_a_file_to_keep(client, db):
    lay_ground()
    document = Document.objects.create(title="Guide", file=ContentFile(b"%PDF-1.7 <script>", name="guide.pdf"))
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer.close()


def test_a_picture_that_comes_past_the_form_is_bare_all_the_same(signed_in, demo):
    """Of several sent at once, one whose name is too long is set aside as it came, and kept from there."""
    lay_ground()
    client = signed_in(person("writer", RoleKind.CONTENT_EDITOR, municipality=demo))
    sent = {"title": "x" * 300, "files[]": SimpleUploadedFile("leaf.jpg", photograph())}
    aside = client.post(reverse("wagtailimages:add_multiple"), sent).json()["uploaded_file_id"]
    prefix = f"uploaded-image-{aside}"
    collection = Collection.get_first_root_node().pk
    named = {f"{prefix}-title": "Leaf", f"{prefix}-collection": collection, f"{prefix}-tags": ""}
    answer = client.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[aside]), named)
    assert answer.json()["success"], answer.text
    image = Image.objects.get()
    with image.file.open() as file:
        kept = file.read()
    assert SECRET not in kept
    assert image.file_hash == sha1(kept, usedforsecurity=False).hexdigest()
    assert Pixels.open(BytesIO(kept)).size == (image.width, image.height) == (40, 20)
    made = image.get_rendition("max-20x20|format-webp")
    with made.file.open() as file:
        assert SECRET not in file.read()


def test_the_editor_takes_as_much_as_the_files_may_hold(settings):
    assert settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE == MOST_BYTES
