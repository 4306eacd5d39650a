"""The board of translations as its page shows it: filtered, sorted, each cell with the act that is next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lapotne.apps.library.queries.states import TO_DO, Row, Standing, State
from lapotne.apps.municipalities.presenters import Name, alphabetical, name

NAMES: Mapping[State, str | Promise] = {
    State.MISSING: _("missing"),
    State.OUTDATED: _("outdated"),
    State.BEGUN: _("in translation"),
    State.CURRENT: _("up to date"),
    State.SOURCE: _("written first"),
}
SORTS: Mapping[str, str | Promise] = {
    "urgent": _("what can hurt first"),
    "open": _("most to do first"),
    "title": pgettext_lazy("of a text", "title"),
    "place": _("place on the site"),
}


@dataclass(frozen=True)
class Cell:
    code: str
    state: str
    name: str | Promise
    since: datetime | None
    progress: str
    address: str


@dataclass(frozen=True)
class Line:
    row: Row
    title: Name
    town: Name | None
    cells: list[Cell]


@dataclass(frozen=True)
class Wish:
    """What the reader chose to see."""

    language: str = ""
    state: str = ""
    only_critical: bool = False
    sort: str = "urgent"


def lines(rows: Iterable[Row], wish: Wish, language: str, *, edited: Collection[int]) -> list[Line]:
    """For a reader of a language: each page by its title there; `edited` are the numbers of pages they may edit."""
    chosen = [row for row in rows if _is_wished(row, wish)]
    if wish.sort == "title":
        in_order = alphabetical(language)
        chosen.sort(key=lambda row: in_order(title(row, language)))
    else:
        chosen.sort(key=_ORDERS.get(wish.sort, _ORDERS["urgent"]))
    return [_line(row, wish, language, edited=edited) for row in chosen]


def _line(row: Row, wish: Wish, language: str, *, edited: Collection[int]) -> Line:
    codes = [wish.language] if wish.language else list(row.standings)
    town = name(row.municipality, language) if row.municipality else None
    return Line(row, title(row, language), town, [cell_of(row, code, edited=edited) for code in codes])


def title(row: Row, language: str) -> Name:
    """In the reader's language, else as it was written first."""
    for code in (language, row.source, *row.titles):
        if code in row.titles:
            return Name.of(row.titles[code], "" if code == language else code)
    return Name.of(row.key, "")


def headline(shown: Iterable[Line], wish: Wish) -> str:
    """How much of what is shown is to do; or how often the chosen state stands there."""
    count = len(counted(shown, wish))
    if not is_to_do(wish):
        words = ngettext("%(state)s: one text", "%(state)s: %(count)s texts", count)
        return capfirst(words % {"state": NAMES[State(wish.state)], "count": count})
    if count:
        words = ngettext("One translation is to do", "%(open)s translations are to do", count)
        return words % {"open": count}
    if wish.only_critical or wish.state or wish.language:
        return gettext("Nothing of this is to do")
    return gettext("Every text is up to date in every language")


def is_to_do(wish: Wish) -> bool:
    """Whether the reader looks at what is to do, and not at what is done."""
    return not wish.state or wish.state in TO_DO


def counted(shown: Iterable[Line], wish: Wish) -> list[Line]:
    """The line of each cell that is in the state chosen; without one, in a state in which something is to do."""
    states = [wish.state] if wish.state else TO_DO
    return [line for line in shown for cell in line.cells if cell.state in states]


def _is_wished(row: Row, wish: Wish) -> bool:
    shown = [row.standings[wish.language]] if wish.language else row.standings.values()
    is_state = not wish.state or any(one.state == wish.state for one in shown)
    return is_state and (row.safety_critical or not wish.only_critical)


_ORDERS = {
    "urgent": lambda row: (not row.safety_critical, -row.open, row.place),
    "open": lambda row: (-row.open, row.place),
    "place": lambda row: row.place,
}


def cell_of(row: Row, code: str, *, edited: Collection[int]) -> Cell:
    standing = row.standings[code]
    progress = f"{standing.done}/{standing.total}" if standing.total and standing.done < standing.total else ""
    address = _address(row, code, standing) if _number(row, standing) in edited else ""
    state = standing.state
    return Cell(code, state.value, NAMES[state], standing.since, progress, address)


def _number(row: Row, standing: Standing) -> int:
    return row.number if standing.state == State.MISSING else standing.page or row.number


def _address(row: Row, code: str, standing: Standing) -> str:
    """The page or its translation in the editor; where nobody has begun, the form that begins, for this language."""
    if standing.state == State.MISSING:
        form = reverse("wagtail_localize:submit_page_translation", args=[row.number])
        return f"{form}?{urlencode({'select_locale': code})}"
    return reverse("wagtailadmin_pages:edit", args=[_number(row, standing)])
