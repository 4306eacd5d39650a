"""A country's page as it is printed: the same statements, with their day and source beside each."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from lapotne.adapters.law_pdf import Entry, Line, Section, Sheet
from lapotne.apps.rulebooks.presenters.country import CountryPage, Side
from lapotne.apps.rulebooks.presenters.parameters import Told
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.rules import Right, Rule
from lapotne.apps.rulebooks.presenters.statements import Behind, Grounds, Statement


def sheet(page: CountryPage, address: str, reader: Reader) -> Sheet:
    return Sheet(
        language=page.speaks,
        named=f"{_('Law')}: {page.name}",
        title=page.headline,
        day=page.day,
        note=page.note,
        sections=tuple(section for section in _sections(page) if section.entries),
        made=_("Printed: {day}").format(day=full_day(reader.today, reader.language)),
        address=address,
    )


def _sections(page: CountryPage) -> Iterator[Section]:
    yield Section(_("Whom to call"), tuple(_told(told) for told in page.calls))
    yield Section(_("What a person may get"), tuple(_right(right) for right in page.rights))
    for heading in (*page.first, *page.more):
        yield Section(heading.name, tuple(_told(told) for told in heading.told))
    differ = (
        Entry(one.name, one.resolution, tuple(Line(side.says, behind=_behind_side(side)) for side in one.sides))
        for one in page.differences
    )
    yield Section(_("Where sources contradict each other"), tuple(differ))
    yield Section(_("What no source tells"), _questions(page))
    yield Section(_("Sources"), _sources(page))


def _questions(page: CountryPage) -> tuple[Entry, ...]:
    lines = tuple(Line(one.question, behind=one.why) for one in page.questions)
    return (Entry("", "", lines),) if lines else ()


def _sources(page: CountryPage) -> tuple[Entry, ...]:
    lines = tuple(
        Line(", ".join(part for part in (one.title, one.publisher, one.day) if part), behind=one.address)
        for one in page.sources
    )
    return (Entry("", "", lines),) if lines else ()


def _behind_side(side: Side) -> str:
    return ", ".join([side.day, *(source.title for source in side.sources)]).strip(", ")


def _right(right: Right) -> Entry:
    name = f"{right.name}: {right.amount}" if right.amount else right.name
    return Entry(name, right.what, tuple(_lines(right.rules, right.later)))


def _told(told: Told) -> Entry:
    return Entry(told.name, told.description, tuple(_lines(told.statements, told.later)))


def _lines(found: Iterable[Rule | Statement], later: Rule | Statement | None) -> Iterator[Line]:
    found = tuple(found)
    yield from (_line(one, "" if one.grounds.is_certain else _("Perhaps")) for one in found)
    if not found:
        yield Line(_("No source says what held on this day."))
    if later:
        yield _line(later, _("First stated later:"))


def _line(one: Rule | Statement, remark: str) -> Line:
    if isinstance(one, Rule):
        return Line(one.sentence, (), _("Nobody knows") if one.is_open else remark, _behind(one))
    remark = _("Nobody knows") if one.said.question else remark
    return Line("" if one.said.items else one.said.plain, one.said.items, remark, _behind(one))


def _behind(told: Behind) -> str:
    return "; ".join(_ground(grounds) for grounds in told.all_grounds)


def _ground(grounds: Grounds) -> str:
    sources = [", ".join(part for part in (one.publisher or one.title, one.day) if part) for one in grounds.sources]
    checked = _("checked {day}").format(day=grounds.checked) if grounds.checked else _("never checked")
    if grounds.is_stale and grounds.checked:
        checked = _("not checked for a year, last on {day}").format(day=grounds.checked)
    return " · ".join(part for part in (grounds.since, *sources, grounds.sure, checked, grounds.note) if part)
