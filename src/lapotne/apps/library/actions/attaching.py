"""Takes what lies beside a page.yaml: documents, covers and the pictures of a gallery; pictures without more in them.

A file is kept once, and by a title that names page and file. Its name ends with the digest of what was loaded: whoever
replaced it in the editor gave it another, and keeps it.
"""

from hashlib import sha1
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.images.models import Image

from lapotne.adapters.content import PageFile, TextFile
from lapotne.adapters.pictures import bared
from lapotne.apps.library.models import GalleryPage, Picture, PublishedFile

DIGITS = 10

type Kept = Document | Image


def is_attached(page: PageFile, *, overwrite: bool) -> bool:
    """Whether all of them are here as they lie there."""
    return all(_is_kept(_known(page, name), _bytes(page, name), overwrite=overwrite) for name in page.beside)


def files_of(page: PageFile, *, overwrite: bool) -> list[PublishedFile]:
    said = enumerate(page.facts.get("files") or ())
    return [_file(page, one, order, overwrite=overwrite) for order, one in said]


def _file(page: PageFile, said: dict[str, Any], order: int, *, overwrite: bool) -> PublishedFile:
    return PublishedFile(
        sort_order=order,
        language=said["language"],
        address=said.get("address", ""),
        document=None if said.get("address") else _taken(page, said["file"], overwrite=overwrite),
        cover=_taken(page, said["cover"], overwrite=overwrite) if said.get("cover") else None,
        checked_for_accessibility=bool(said.get("checked_for_accessibility")),
    )


def pictures_of(page: PageFile, text: TextFile, known: GalleryPage, *, overwrite: bool) -> list[Picture]:
    """Those that have words in this language; the same picture has the same key in all, and keeps its row."""
    rows = {one.translation_key: one.pk for one in known.pictures.all()}
    found = []
    for order, (file, times) in enumerate(page.pictures):
        if words := text.pictures.get((file, times)):
            key = uuid5(NAMESPACE_URL, f"lapotne:{page.key}|{file}|{times}")
            where = {"pk": rows.get(key), "translation_key": key, "locale": known.locale, "sort_order": order}
            found.append(Picture(**where, image=_taken(page, file, overwrite=overwrite), **words))
    return found


def _taken(page: PageFile, name: str, *, overwrite: bool) -> Kept:
    """What is kept of a file, after taking the file where it changed."""
    kept, data = _known(page, name), _bytes(page, name)
    if _is_kept(kept, data, overwrite=overwrite):
        return kept
    old = kept.file.name
    if old:
        transaction.on_commit(lambda: kept.file.storage.delete(old))
    kept.file = ContentFile(data, name=_name(Path(name), data))
    # Size and digest, which Wagtail's own forms set this way.
    if isinstance(kept, Image):
        kept._set_image_file_metadata()  # noqa: SLF001
    else:
        kept._set_document_file_metadata()  # noqa: SLF001
    kept.save()
    if isinstance(kept, Image):
        kept.renditions.all().delete()
    return kept


def _is_kept(kept: Kept, data: bytes, *, overwrite: bool) -> bool:
    """The file as it is, or one that somebody put in its place here."""
    if not kept.pk:
        return False
    is_ours = Path(kept.file.name).stem.endswith(f"-{kept.file_hash[:DIGITS]}")
    return kept.file_hash == _digest(data) or not (is_ours or overwrite)


def _known(page: PageFile, name: str) -> Kept:
    """By its title; a new one where there is none yet."""
    model = Document if _is_document(page, name) else Image
    title = f"{page.key}/{Path(name).name}"
    return model.objects.filter(title=title).first() or model(title=title)


def _bytes(page: PageFile, name: str) -> bytes:
    data = page.file_beside(name).read_bytes()
    return data if _is_document(page, name) else bared(data)


def _is_document(page: PageFile, name: str) -> bool:
    return name in {one.get("file") for one in page.facts.get("files") or ()}


def _name(name: Path, data: bytes) -> str:
    """Another name for other bytes, for browsers keep what has the same name."""
    return f"{name.stem}-{_digest(data)[:DIGITS]}{name.suffix}"


def _digest(data: bytes) -> str:
    """As Wagtail makes it."""
    return sha1(data, usedforsecurity=False).hexdigest()
