"""What stands on a card, every text already in the reader's language."""

from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """A pocket card, or a sheet for the wall."""

    A6 = "a6"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Entry:
    """Whom to call: `when` in words, `remark` where something isn't sure.

    `local`: the name on the door, beside a translated one; languages are empty where they are the card's.
    """

    name: str
    number: str
    when: str = ""
    remark: str = ""
    language: str = ""
    local: str = ""
    local_language: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to call for, best first; `nobody` says in words when nobody can be called."""

    title: str
    entries: tuple[Entry, ...] = ()
    nobody: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A town's card. `address` is what its QR code holds, `address_says` the sentence beside it."""

    language: str
    title: str
    town: str
    danger: Row
    rows: tuple[Row, ...]
    address: str
    address_says: str
    made: str
    disclaimer: str = ""
