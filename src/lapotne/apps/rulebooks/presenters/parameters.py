"""What a country's law says on a day, by heading: each statement that stands or may stand, or that none does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.presenters.statements import Statement, once, statement
from lapotne.domain.entitlements.dating import Standing
from lapotne.domain.entitlements.rulebook import Parameter, Topic, Value

HOTLINE = "hotline"
FIRST = ("identify", "unlock", "length", "decides", "municipality", "reflection")
"""Headings that stand open; whom to call stands above them all, the others wait folded."""


@dataclass(frozen=True, slots=True)
class Told:
    """`certain` hold (several where sources stand side by side), `possible` may hold instead.

    `later` is the first statement known where none was made by the day asked about.
    """

    key: str
    name: str
    description: str
    certain: tuple[Statement, ...]
    possible: tuple[Statement, ...]
    later: Statement | None

    @property
    def statements(self) -> tuple[Statement, ...]:
        return (*self.certain, *self.possible)

    @property
    def is_doubtful(self) -> bool:
        """Whether several statements are shown because nobody knows which holds."""
        return bool(self.possible) and len(self.statements) > 1


@dataclass(frozen=True, slots=True)
class Heading:
    key: str
    name: str
    told: tuple[Told, ...]


def headings(topics: Mapping[str, Topic], day: date, reader: Reader) -> tuple[Heading, ...]:
    """Every heading under which the country has something, in the order of the topics."""
    parameters = reader.book.parameters.values()
    found = (
        Heading(topic.key, reader.say(topic.names), _told_under(topic, parameters, day, reader))
        for topic in topics.values()
    )
    return tuple(heading for heading in found if heading.told)


def told(parameter: Parameter, day: date, reader: Reader) -> Told:
    """What stands on a day; that of today is asked for again and again."""
    if day != reader.today:
        return _told(parameter, day, reader)
    return reader.told_once(("told", parameter.key), lambda: _told(parameter, day, reader))


def _told(parameter: Parameter, day: date, reader: Reader) -> Told:
    stands = parameter.on(day)
    certain, possible = standing(stands, reader)
    later = stands.later or _first(parameter)
    return Told(
        parameter.key,
        reader.say(parameter.names),
        reader.say(parameter.description) if parameter.description else "",
        certain,
        possible,
        statement(later, reader) if stands.gap and not possible and later else None,
    )


def standing(stands: Standing[Value], reader: Reader) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The statements that hold, and those that may; what two of them say the same stands once."""
    sure = [statement(value, reader) for value in stands.sure]
    may = [statement(value, reader, is_certain=False) for value in stands.possible]
    found = once((*sure, *may), says=lambda one: one.said)
    certain = tuple(one for one in found if one.grounds.is_certain)
    return certain, tuple(one for one in found if not one.grounds.is_certain)


def _told_under(topic: Topic, parameters: Iterable[Parameter], day: date, reader: Reader) -> tuple[Told, ...]:
    return tuple(told(parameter, day, reader) for parameter in parameters if parameter.topic == topic.key)


def _first(parameter: Parameter) -> Value | None:
    return parameter.values[0] if parameter.values else None
