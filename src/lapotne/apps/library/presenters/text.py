"""A text in all languages, as its page for staff shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.conf import settings

from lapotne.apps.library.models import Review
from lapotne.apps.library.presenters.board import Cell, cell_of
from lapotne.apps.library.queries.states import Row, State

PUBLIC = (State.CURRENT, State.OUTDATED, State.SOURCE)


@dataclass(frozen=True)
class Version:
    """A text in one language."""

    name: str
    cell: Cell
    review: Review | None
    is_public: bool


def versions(row: Row, reviews: Mapping[str, Review], edited: Collection[int]) -> list[Version]:
    return [
        Version(name, cell_of(row, code, edited=edited), reviews.get(code), row.standings[code].state in PUBLIC)
        for code, name in settings.LANGUAGES
    ]
