"""Keeps pictures without what a camera wrote into them, whichever way they came."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.images.models import Image

from lapotne.adapters.pictures import bared


def make_bare(*, picture: Image) -> None:
    """Before its row is written; a file that is there as the row names it was bare when it came."""
    file = picture.file
    was_written = file._committed  # noqa: SLF001 -- Django's way to tell a file in its place from one that was just sent
    if was_written and Image.objects.filter(pk=picture.pk, file=file.name).exists():
        return
    data = file.open("rb").read()
    file.seek(0)
    bare = bared(data)
    if bare == data:
        return
    if was_written:
        file.close()
        transaction.on_commit(lambda: file.storage.delete(file.name))
    picture.file = ContentFile(bare, name=Path(file.name).name)
    picture._set_image_file_metadata()  # noqa: SLF001 -- size and hash, which Wagtail's own form sets this way
