"""What a printed page of the law holds, every text already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: a text or a list, a remark where it isn't certain, and what stands behind it."""

    text: str
    items: tuple[str, ...] = ()
    remark: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    what: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`address` is the page's own, so that whoever holds the paper can look again; `named` is what a tab shows."""

    language: str
    named: str
    title: str
    day: str
    note: str
    sections: tuple[Section, ...]
    made: str
    address: str
