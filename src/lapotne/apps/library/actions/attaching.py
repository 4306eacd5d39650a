"""Takes a publication's files: documents and covers beside its page.yaml, or addresses where others keep them."""

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image

from lapotne.adapters.content import PageFile
from lapotne.apps.library.models import PublishedFile


def files_of(page: PageFile) -> list[PublishedFile]:
    return [_file(page, said) for said in page.facts.get("files") or ()]


def _file(page: PageFile, said: dict[str, Any]) -> PublishedFile:
    return PublishedFile(
        language=said["language"],
        address=said.get("address", ""),
        document=None if said.get("address") else _document(page, said["file"]),
        cover=_image(page, said["cover"]) if said.get("cover") else None,
        checked_for_accessibility=bool(said.get("checked_for_accessibility")),
    )


def _document(page: PageFile, name: str) -> Document:
    """The document of that name, kept once; another file of the same name takes its place."""
    beside, title = _beside(page, name)
    kept = Document.objects.filter(title=title).first() or Document(title=title)
    kept.file = ContentFile(beside.read_bytes(), name=beside.name)
    kept._set_document_file_metadata()  # noqa: SLF001 -- size and hash, which Wagtail's own form sets this way
    kept.save()
    return kept


def _image(page: PageFile, name: str) -> Image:
    """The picture of that name, kept once as a document is."""
    beside, title = _beside(page, name)
    kept = Image.objects.filter(title=title).first() or Image(title=title)
    kept.file = ContentFile(beside.read_bytes(), name=beside.name)
    kept._set_image_file_metadata()  # noqa: SLF001 -- as for documents
    kept.save()
    return kept


def _beside(page: PageFile, name: str) -> tuple[Path, str]:
    """Where a file beside page.yaml lies, and what it is called here."""
    beside = Path(page.file).with_name(Path(name).name)
    return beside, f"{page.key}/{beside.name}"
