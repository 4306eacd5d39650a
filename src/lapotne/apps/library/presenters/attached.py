"""Files, pictures and towns that hang on a page, as its template shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.images.models import Image

from lapotne.apps.library.models import ContentPage, GalleryPage, PracticePage, PublicationPage
from lapotne.apps.municipalities.presenters import Name
from lapotne.apps.municipalities.presenters import name as name_of

COVER, PICTURE = "max-160x220", "max-1280x960"


@dataclass(frozen=True)
class Made:
    """A picture in the size that is shown."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class File:
    code: str
    language: str
    address: str
    kind: str
    size: int
    checked: bool
    cover: Made | None


@dataclass(frozen=True)
class Picture:
    url: str
    width: int
    height: int
    shows: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Town:
    """A municipality by its name, with its public page."""

    name: Name
    key: str
    address: str


def made(image: Image, size: str) -> Made:
    """Made once and kept; nobody gets what was uploaded."""
    rendition = image.get_rendition(f"{size}|format-webp")
    return Made(rendition.url, rendition.width, rendition.height)


def files_of(page: ContentPage) -> list[File]:
    if not isinstance(page, PublicationPage):
        return []
    names = dict(settings.LANGUAGES)
    return [
        File(
            code=file.language,
            language=names.get(file.language, file.language),
            address=file.document.url if file.document else file.address,
            kind=file.document.file_extension.upper() if file.document else "",
            size=file.document.file_size or 0 if file.document else 0,
            checked=file.checked_for_accessibility,
            cover=made(file.cover, COVER) if file.cover else None,
        )
        for file in page.published_files.select_related("document", "cover")
    ]


def pictures_of(said: Collection[Mapping[str, Any]]) -> list[Picture]:
    """As a wording names them; a picture that was deleted since is left out."""
    images = Image.objects.in_bulk([one["image"] for one in said])
    return [
        Picture(shown.url, shown.width, shown.height, one["shows"], one["caption"], one["credit"])
        for one in said
        if one["image"] in images
        for shown in [made(images[one["image"]], PICTURE)]
    ]


def cover_of(page: ContentPage, files: Iterable[File]) -> Made | None:
    """What stands beside its title in a list: the first cover of a publication, the first picture of a gallery."""
    if isinstance(page, GalleryPage):
        first = page.pictures.select_related("image").first()
        return made(first.image, COVER) if first else None
    return next((file.cover for file in files if file.cover), None)


def adopters_of(page: ContentPage, language: str) -> list[Town]:
    """The towns that took a practice up, in the order that its editor gave them."""
    if not isinstance(page, PracticePage):
        return []
    found = [one.municipality for one in page.adopters.select_related("municipality__country")]
    return [Town(name_of(town, language), town.key, reverse("website:institutions", args=[town.key])) for town in found]
