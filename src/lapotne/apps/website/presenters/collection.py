"""Publications, practices, campaigns and galleries as lists show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from lapotne.adapters.content.inline import plain_of
from lapotne.adapters.days import full_day, when
from lapotne.apps.library.presenters.attached import File, Made, cover_of, files_of
from lapotne.apps.library.presenters.shown import address_of
from lapotne.apps.library.queries.listed import Listed
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import Name, in_order, name
from lapotne.apps.website.presenters.words import joined, sentence

type Adopters = Mapping[int, Sequence[Municipality]]
"""The municipalities that took up a practice, by the number of its page."""


@dataclass(frozen=True)
class Piece:
    """One of a collection: `notes` say when, where and by whom; `files` are a publication's, by language."""

    title: str
    summary: str
    address: str
    notes: list[str]
    files: list[File]
    cover: Made | None
    cover_shows: str


def pieces(found: Iterable[Listed[Any]], adopters: Adopters) -> list[Piece]:
    """The newest first; those without a day in the order of the tree, last."""
    dated = sorted(found, key=lambda one: day_of(one.page) or date.min, reverse=True)
    return [piece(one, adopters.get(one.page.pk, ())) for one in dated]


def piece(one: Listed[Any], adopters: Sequence[Municipality]) -> Piece:
    files = files_of(one.page)
    return Piece(
        title=one.entry.title,
        summary=plain_of(one.entry.summary),
        address=address_of(one.entry.path, one.entry.language),
        notes=[note for note in (*notes_of(one), adopted_by(adopters, one.entry.language)) if note],
        files=files,
        cover=cover_of(one.page, files),
        cover_shows=plain_of(one.more.get("cover_shows", "")),
    )


def day_of(page: Any) -> date | None:
    """The day by which it stands in its list, where its kind has one."""
    return getattr(page, "published", None) or getattr(page, "starts", None)


def notes_of(one: Listed[Any]) -> list[str]:
    page, language, day = one.page, one.entry.language, day_of(one.page)
    ends = getattr(page, "ends", None)
    town = name(page.municipality, language) if page.municipality else ""
    spoken = when(day, ends, language) if day and ends else full_day(day, language) if day else ""
    return [spoken, one.more.get("authors", ""), town]


def adopted_by(towns: Sequence[Municipality], language: str) -> str:
    """`Adopted by: Liepāja, Rīga`; nothing of what nobody adopted."""
    names = joined(", ", (name(town, language) for town in towns))
    return sentence(_("Adopted by: {towns}"), towns=names) if towns else ""


def towns_of(adopters: Adopters, language: str) -> list[tuple[str, Name]]:
    """Key and name of each municipality that took something up, by the reader's alphabet."""
    return [(town.key, said) for town, said in in_order(chain.from_iterable(adopters.values()), language)]
