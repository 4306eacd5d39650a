"""A country's page on a day: whom to call, what a person may get, what the law says, and what nobody knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lapotne.apps.rulebooks.presenters import finding
from lapotne.apps.rulebooks.presenters.parameters import FIRST, HOTLINE, Heading, Told, headings, told
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.rules import Right, has_course, rights
from lapotne.apps.rulebooks.presenters.statements import SourceTold, source, sources
from lapotne.domain.entitlements.changing_days import ChangingDay
from lapotne.domain.entitlements.phrases import source_day
from lapotne.domain.entitlements.rulebook import Rulebook, SourcesDiffer, Statement, Topic


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction."""

    says: str
    day: str
    sources: tuple[SourceTold, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    name: str
    sides: tuple[Side, ...]
    resolution: str


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    question: str
    why: str


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day on which something changed, and what."""

    written: str
    day: str
    what: tuple[str, ...]
    is_shown: bool


@dataclass(frozen=True, slots=True)
class CountryPage:
    """`speaks` is the language of the law's own words; `written` the day as addresses write it."""

    country: str
    name: str
    headline: str
    speaks: str
    day: str
    written: str
    is_today: bool
    is_history: bool
    note: str
    counts: tuple[str, ...]
    calls: tuple[Told, ...]
    rights: tuple[Right, ...]
    first: tuple[Heading, ...]
    more: tuple[Heading, ...]
    differences: tuple[Difference, ...]
    questions: tuple[Question, ...]
    sources: tuple[SourceTold, ...]
    is_asked: bool
    has_course: bool

    @property
    def topics(self) -> tuple[Heading, ...]:
        return (*self.first, *self.more)


def country_page(topics: Mapping[str, Topic], day: date, reader: Reader) -> CountryPage:
    book, found = reader.book, headings(topics, day, reader)
    return CountryPage(
        country=book.country,
        name=reader.country,
        headline=finding.headline(day, reader),
        speaks=reader.speaks,
        day=full_day(day, reader.language),
        written=day.isoformat(),
        is_today=day == reader.today,
        is_history=book.is_history,
        note=reader.say(book.note) if book.note else "",
        counts=finding.counts(reader),
        # Nobody is sent to a country whose law is history.
        calls=() if book.is_history else _calls(reader),
        rights=rights(day, reader),
        first=tuple(heading for heading in found if heading.key in FIRST),
        more=tuple(heading for heading in found if heading.key not in (*FIRST, HOTLINE)),
        differences=tuple(_difference(one, reader) for one in book.differences),
        questions=_questions(reader),
        sources=used(book, reader),
        is_asked=bool(book.entitlements) and not book.is_history,
        has_course=any(map(has_course, book.entitlements.values())) and not book.is_history,
    )


def days_told(days: Iterable[ChangingDay], day: date, reader: Reader) -> list[DayTold]:
    return [
        DayTold(
            one.day.isoformat(),
            full_day(one.day, reader.language),
            tuple(dict.fromkeys(reader.say(entry.names) for entry in (*one.entitlements, *one.parameters))),
            one.day == day,
        )
        for one in days
    ]


def used(book: Rulebook, reader: Reader) -> tuple[SourceTold, ...]:
    """Every source that the country's rulebook names, by title."""
    entries = [value for one in book.parameters.values() for value in one.values]
    versions = [version for one in book.entitlements.values() for version in one.versions]
    sides = [side for one in book.differences for side in one.statements]
    named = dict.fromkeys(key for entry in (*entries, *versions, *sides) for key in entry.sources)
    found = (source(book.sources[key], reader) for key in named if key in book.sources)
    return tuple(sorted(found, key=lambda one: one.title))


def _calls(reader: Reader) -> tuple[Told, ...]:
    """Whoever calls does so today, whatever day's law is shown."""
    return tuple(told(one, reader.today, reader) for one in reader.book.parameters.values() if one.topic == HOTLINE)


def _questions(reader: Reader) -> tuple[Question, ...]:
    return tuple(
        Question(key, reader.say(one.question), reader.say(one.why) if one.why else "")
        for key, one in reader.book.questions.items()
    )


def _difference(one: SourcesDiffer, reader: Reader) -> Difference:
    return Difference(
        reader.say(one.names), tuple(_side(side, reader) for side in one.statements), reader.say(one.resolution)
    )


def _side(side: Statement, reader: Reader) -> Side:
    day = source_day(side.day, reader.speaks) if side.day else ""
    return Side(reader.say(side.says), day, sources(side.sources, reader))
