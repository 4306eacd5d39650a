"""A course from its first day: stages with every possible day, warnings before the ends, a picture and a calendar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel import dates
from babel.lists import format_list
from dateutil.relativedelta import relativedelta
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.adapters.course_calendar import Entry
from lapotne.adapters.course_picture import Bar, Days, Mark, Sheet, picture
from lapotne.adapters.course_picture.drawing import NARROW, WIDE
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.rules import amounts
from lapotne.domain.entitlements.clocks import Reminder
from lapotne.domain.entitlements.timeline import Stage

FEW_MONTHS = 13
"""Up to so many months, every second one is written; beyond, each half-year."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A day on which somebody should be told; `exact` is the day as calendars write it."""

    exact: str
    day: str
    says: str


@dataclass(frozen=True, slots=True)
class StageTold:
    key: str
    name: str
    what: str
    amount: str
    begins: str
    ends: str
    questions: tuple[str, ...]
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class CoursePage:
    """`picture` is drawn for a desk and `narrow` for a phone."""

    headline: str
    stages: tuple[StageTold, ...]
    picture: SafeString
    narrow: SafeString
    is_doubtful: bool


def course_page(stages: Sequence[Stage], reader: Reader) -> CoursePage:
    drawn = sheet(stages, reader)
    return CoursePage(
        headline=_headline(stages[0], reader),
        stages=tuple(_stage(stage, reader) for stage in stages),
        picture=mark_safe(picture(drawn, WIDE)),  # noqa: S308 (the adapter escapes every text)
        narrow=mark_safe(picture(drawn, NARROW)),  # noqa: S308
        is_doubtful=any(len(stage.ends) > 1 for stage in stages),
    )


def sheet(stages: Sequence[Stage], reader: Reader) -> Sheet:
    bars = tuple(_bar(stage, reader) for stage in stages if stage.begins)
    drawn = Sheet("course", _headline(stages[0], reader), _told_whole(stages, reader), bars, ())
    return Sheet(
        drawn.key, drawn.title, drawn.description, bars, tuple(_ticks(drawn, reader)), Mark(reader.today, _("today"))
    )


def entries(stages: Sequence[Stage], reader: Reader) -> Iterator[Entry]:
    """The days of a course for a calendar: its first day, every warning, every possible last day."""
    place = reader.book.country
    for stage in stages:
        name, key = reader.say(stage.entitlement.names), f"{place}/{stage.entitlement.key}"
        for day in stage.begins:
            said = _("{what}: first day") if len(stage.begins) == 1 else _("{what}: may begin")
            yield Entry(f"{key}/begins", day, said.format(what=name), _notes(stage, reader))
        for reminder in stage.reminders:
            yield Entry(f"{key}/{reminder.before}/{reminder.last_day}", reminder.day, _reminds(name, reminder, reader))
        for day in stage.ends:
            said = _("{what}: last day") if len(stage.ends) == 1 else _("{what}: possible last day")
            yield Entry(f"{key}/ends", day, said.format(what=name), _notes(stage, reader))


def days_said(days: Sequence[date], language: str) -> str:
    """28, 29 or 30 May: every possible day."""
    return format_list([full_day(day, language) for day in days], style="or", locale=language) if days else ""


def _headline(stage: Stage, reader: Reader) -> str:
    name = reader.say(stage.entitlement.names)
    if not stage.ends:
        return _("{what}: no source says when it ends").format(what=name)
    days = days_said(stage.ends, reader.language)
    return _("{what}: the last day is {days}").format(what=name, days=days)


def _stage(stage: Stage, reader: Reader) -> StageTold:
    return StageTold(
        key=stage.entitlement.key,
        name=reader.say(stage.entitlement.names),
        what=reader.say(stage.entitlement.what),
        amount=amounts(stage.amounts, reader),
        begins=days_said(stage.begins, reader.language),
        ends=days_said(stage.ends, reader.language),
        questions=tuple(reader.speaker.question(key) for key in stage.questions),
        warnings=tuple(_warning(reminder, reader) for reminder in stage.reminders),
    )


def _warning(reminder: Reminder, reader: Reader) -> Warned:
    last = full_day(reminder.last_day, reader.language)
    said = ngettext("{count} day before {day}", "{count} days before {day}", reminder.before)
    day = full_day(reminder.day, reader.language)
    return Warned(reminder.day.isoformat(), day, said.format(count=reminder.before, day=last))


def _bar(stage: Stage, reader: Reader) -> Bar:
    told, much = _stage(stage, reader), amounts(stage.amounts, reader)
    until = told.ends or _("no end is stated")
    return Bar(
        told.name,
        f"{much}: {told.begins} – {until}" if much else f"{told.begins} – {until}",
        Days(stage.begins[0], stage.begins[-1]),
        Days(stage.ends[0], stage.ends[-1]) if stage.ends else None,
        tuple(reminder.day for reminder in stage.reminders),
    )


def _told_whole(stages: Iterable[Stage], reader: Reader) -> str:
    """The picture in words."""
    return " ".join(f"{bar.label}, {bar.says}." for bar in (_bar(stage, reader) for stage in stages if stage.begins))


def _ticks(drawn: Sheet, reader: Reader) -> Iterator[Mark]:
    months = (drawn.last.year - drawn.first.year) * 12 + drawn.last.month - drawn.first.month
    step = 2 if months <= FEW_MONTHS else 6
    day = drawn.first.replace(day=1) + relativedelta(months=1)
    while day <= drawn.last:
        if (day.month - 1) % step == 0:
            yield Mark(day, dates.format_skeleton("yMMM", day, locale=reader.language))
        day += relativedelta(months=1)


def _reminds(name: str, reminder: Reminder, reader: Reader) -> str:
    last = full_day(reminder.last_day, reader.language)
    said = ngettext("{what}: ends in {count} day, on {day}", "{what}: ends in {count} days, on {day}", reminder.before)
    return said.format(what=name, count=reminder.before, day=last)


def _notes(stage: Stage, reader: Reader) -> str:
    return "\n".join([reader.say(stage.entitlement.what), *map(reader.speaker.question, stage.questions)])
