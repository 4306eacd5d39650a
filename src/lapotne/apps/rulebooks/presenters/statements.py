"""One dated statement as a page tells it: what it says, since when, by which source, and how sure we are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.domain.entitlements.phrases import source_day
from lapotne.domain.entitlements.rulebook import (
    Amount,
    Contact,
    Contacts,
    Content,
    LastChecked,
    Listed,
    OpenQuestion,
    Source,
    Text,
    Value,
    Version,
)
from lapotne.domain.entitlements.upkeep import CHECK_EVERY

ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class SourceTold:
    """`day` is the source's own; nothing where it has none."""

    key: str
    title: str
    publisher: str
    day: str
    address: str
    sure: str


@dataclass(frozen=True, slots=True)
class ContactTold:
    name: str
    phone: str = ""
    dialled: str = ""
    web: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says: a text, a list, contacts, or a question that no source answers."""

    text: str = ""
    items: tuple[str, ...] = ()
    contacts: tuple[ContactTold, ...] = ()
    question: str = ""
    why: str = ""

    @property
    def plain(self) -> str:
        """All of it as one line."""
        named = (", ".join(part for part in (one.name, one.phone, one.web) if part) for one in self.contacts)
        return self.text or self.question or "; ".join(self.items) or "; ".join(named)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands behind a statement. `is_stale`: nobody has compared it with its source for a year."""

    since: str
    sources: tuple[SourceTold, ...]
    article: str
    note: str
    sure: str
    confidence: str
    checked: str
    is_stale: bool
    is_certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What is told with what stands behind it; `also` are the grounds of other readings that say the same."""

    grounds: Grounds
    also: tuple[Grounds, ...] = ()

    @property
    def all_grounds(self) -> tuple[Grounds, ...]:
        return (self.grounds, *self.also)


@dataclass(frozen=True, slots=True)
class Statement(Behind):
    said: Said


def statement(value: Value, reader: Reader, *, is_certain: bool = True) -> Statement:
    """Whatever the day; a value lives as long as its rulebook, and so as long as its reader."""
    return reader.told_once(
        ("statement", id(value), is_certain),
        lambda: Statement(said(value.content, reader), grounds=grounds(value, reader, is_certain=is_certain)),
    )


def once[T: Behind](found: Iterable[T], says: Callable[[T], object]) -> tuple[T, ...]:
    """What several readings say the same stands once, with what is behind each; it is certain where one of them is."""
    together: dict[object, list[T]] = {}
    for one in found:
        together.setdefault(says(one), []).append(one)
    return tuple(_together(same) for same in together.values())


def _together[T: Behind](same: list[T]) -> T:
    if len(same) == 1:
        return same[0]
    is_certain = any(one.grounds.is_certain for one in same)
    first, *also = (replace(one.grounds, is_certain=is_certain) for one in same)
    return replace(same[0], grounds=first, also=tuple(dict.fromkeys(also)))


def grounds(entry: Value | Version, reader: Reader, *, is_certain: bool = True) -> Grounds:
    """What stands behind a value or a rule; `is_certain` is wrong where it only may hold."""
    confidence = entry.checked.confidence if entry.checked else ""
    return Grounds(
        since=reader.speaker.since(entry.dating),
        sources=sources(entry.sources, reader),
        article=entry.article,
        note=reader.say(entry.note) if entry.note else "",
        sure=confidence_says(confidence),
        confidence=confidence,
        checked=full_day(entry.checked.date, reader.language) if entry.checked else "",
        is_stale=_is_stale(entry.checked, reader),
        is_certain=is_certain,
    )


def confidence_says(confidence: str) -> str:
    said = {
        ARCHIVE: _("as the archive said then"),
        "verified": _("read in a public copy"),
        "invented": _("invented, for a demo"),
    }
    return said.get(confidence, _("nobody says how sure"))


def sources(keys: Iterable[str], reader: Reader) -> tuple[SourceTold, ...]:
    return tuple(source(reader.book.sources[key], reader) for key in keys if key in reader.book.sources)


def source(found: Source, reader: Reader) -> SourceTold:
    day = source_day(found.date, reader.speaks) if found.date else ""
    sure = confidence_says(found.confidence)
    return SourceTold(found.key, found.title, found.publisher, day, found.address, sure)


def said(content: Content, reader: Reader) -> Said:
    if isinstance(content, Amount):
        return Said(_sentence(reader.speaker.amount(content)))
    if isinstance(content, Text):
        return Said(reader.say(content.words))
    if isinstance(content, Listed):
        return Said(items=tuple(reader.say(item) for item in content.items))
    if isinstance(content, Contacts):
        return Said(contacts=tuple(contact(item, reader) for item in content.items))
    return _open(content, reader)


def contact(found: Contact, reader: Reader) -> ContactTold:
    """Whom to turn to; only the name where the law is history, because nobody is sent there."""
    if reader.book.is_history:
        return ContactTold(reader.say(found.names))
    dialled = "".join(letter for letter in found.phone if letter.isdigit() or letter == "+")
    hours = reader.say(found.hours) if found.hours else ""
    return ContactTold(reader.say(found.names), found.phone, dialled, found.web, hours)


def _open(question: OpenQuestion, reader: Reader) -> Said:
    return Said(question=reader.say(question.question), why=reader.say(question.why) if question.why else "")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _is_stale(checked: LastChecked | None, reader: Reader) -> bool:
    return checked is None or reader.today - checked.date > CHECK_EVERY
