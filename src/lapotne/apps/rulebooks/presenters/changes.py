"""What changed in a country's law between two days: what stood before beside what stands after."""

from dataclasses import dataclass
from datetime import date

from lapotne.apps.rulebooks.presenters.parameters import standing
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.rules import Rule, standing_rules
from lapotne.apps.rulebooks.presenters.statements import Statement
from lapotne.domain.entitlements.changes import Change, changed_entitlements, changed_parameters
from lapotne.domain.entitlements.rulebook import Entitlement, Parameter, Value, Version


@dataclass(frozen=True, slots=True)
class ChangeTold[T]:
    """`before` and `after` are empty where no source said anything."""

    key: str
    name: str
    before: tuple[T, ...]
    after: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """`sources_only` are things of which only the source is another."""

    first: str
    second: str
    rights: tuple[ChangeTold[Rule], ...]
    values: tuple[ChangeTold[Statement], ...]
    sources_only: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.rights) + len(self.values)


def changes_page(first: date, second: date, reader: Reader) -> ChangesPage:
    rights = changed_entitlements(reader.book, first, second)
    values = changed_parameters(reader.book, first, second)
    same = [reader.say(one.entry.names) for one in (*rights, *values) if not one.is_new]
    return ChangesPage(
        full_day(first, reader.language),
        full_day(second, reader.language),
        tuple(_right(one, reader) for one in rights if one.is_new),
        tuple(_value(one, reader) for one in values if one.is_new),
        tuple(dict.fromkeys(same)),
    )


def _right(change: Change[Entitlement, Version], reader: Reader) -> ChangeTold[Rule]:
    told = [standing_rules(stands, reader) for stands in (change.before, change.after)]
    return ChangeTold(change.entry.key, reader.say(change.entry.names), told[0], told[1])


def _value(change: Change[Parameter, Value], reader: Reader) -> ChangeTold[Statement]:
    told = [sum(standing(stands, reader), ()) for stands in (change.before, change.after)]
    return ChangeTold(change.entry.key, reader.say(change.entry.names), told[0], told[1])
