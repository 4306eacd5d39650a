"""The same person in each country: a table of yes, no and unknown, and behind each the reasons."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.rulebooks.models import Answers
from lapotne.apps.rulebooks.presenters.cards import Card, Place, card
from lapotne.apps.rulebooks.presenters.questions import fact_says, question
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.verdicts import Verdict, verdicts
from lapotne.domain.entitlements.rulebook import Rulebooks, Topic
from lapotne.domain.entitlements.side_by_side import SamePerson
from lapotne.domain.verdict import Answer

FEW = 6
"""How many questions stand open; the others wait folded."""

COLUMN = '<th scope="col"><a href="#in-{}">{}</a></th>'
CHIP = '<a class="chip" href="#in-{}">{}</a>'
SECTION = """<section aria-labelledby="in-{0}">
<h2 id="in-{0}">{1} <span class="muted">{2}</span></h2>
{3}
{4}
</section>"""
ROW = '<tr><th scope="row" lang="{}">{}</th>{}</tr>'
SILENT = '<span class="matrix__none"><span aria-hidden="true">–</span><span class="hidden-visually">{}</span></span>'


@dataclass(frozen=True, slots=True)
class CountryTold:
    """A country's verdicts, and the card of each."""

    reader: Reader
    verdicts: tuple[Verdict, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The table's columns and rows, the chips that lead to each country, and the countries come written."""

    headline: str
    speaks: str
    day: str
    columns: SafeString
    rows: SafeString
    chips: SafeString
    countries: SafeString
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedPage:
    """`first` are the questions that settle most, `more` the others."""

    speaks: str
    first: SafeString
    more: SafeString
    has_errors: bool


def asked_page(order: Iterable[str], answers: Answers, reader: Reader) -> AskedPage:
    """The questions in the order that settles most; one that was answered stands open."""
    keys = list(order)
    first = [key for at, key in enumerate(keys) if at < FEW or key in answers.written]
    more = [key for key in keys if key not in first]
    has_errors = any(key in answers.errors for key in first)
    return AskedPage(reader.speaks, _all_asked(first, answers, reader), _all_asked(more, answers, reader), has_errors)


def _all_asked(keys: Iterable[str], answers: Answers, reader: Reader) -> SafeString:
    return SafeString("".join([_asked(key, answers, reader) for key in keys]))


def _asked(key: str, answers: Answers, reader: Reader) -> str:
    """A question; written once where it isn't answered."""
    if key in answers.written:
        return _fields(key, answers, reader)
    return reader.told_once(("asked", key), lambda: _fields(key, Answers(), reader))


def _fields(key: str, answers: Answers, reader: Reader) -> str:
    seen = {"question": question(key, answers, reader), "speaks": reader.speaks}
    return render_to_string("rulebooks/parts/question.html", seen)


def compare_page(
    rulebooks: Rulebooks, found: SamePerson, answers: Answers, day: date, readers: Mapping[str, Reader]
) -> ComparePage:
    reader = next(iter(readers.values()))
    countries = [_country(found, day, one) for one in _in_order(readers, reader.language)]
    return ComparePage(
        headline=_headline(countries),
        speaks=reader.speaks,
        day=full_day(day, reader.language),
        columns=_for_each(COLUMN, countries),
        rows=SafeString("\n".join(_rows(rulebooks.kinds, countries, reader))),
        chips=_for_each(CHIP, countries),
        countries=SafeString("\n".join(_section(one, day) for one in countries)),
        told=tuple(fact_says(key, fact, reader) for key, fact in answers.facts.items()),
    )


def _in_order(readers: Mapping[str, Reader], language: str) -> list[Reader]:
    """By their names, those whose law is history last."""
    order = alphabetical(language)
    return sorted(readers.values(), key=lambda one: (one.book.is_history, order(one.country)))


def _country(found: SamePerson, day: date, reader: Reader) -> CountryTold:
    told = verdicts(found.by_country[reader.book.country], reader)
    place = Place(reader.book.country, _address(reader), is_short=True)
    return CountryTold(reader, told, tuple(card(one, place, day, reader) for one in told))


def _address(reader: Reader) -> str:
    """The page on which the sources stand."""
    return reader.told_once("address", lambda: reverse("rulebooks:country", args=[reader.book.country]))


def _for_each(pattern: str, countries: Iterable[CountryTold]) -> SafeString:
    return format_html_join("", pattern, ((one.reader.book.country, one.reader.country) for one in countries))


def _section(told: CountryTold, day: date) -> str:
    reader = told.reader
    written = "\n".join(one.whole for one in told.cards) or _part("silent", {})
    name = reader.told_once("name", lambda: format_html('<a href="{}">{}</a>', _address(reader), reader.country))
    return SECTION.format(reader.book.country, name, _counted(told.verdicts), _above(told, day), written)


def _above(told: CountryTold, day: date) -> str:
    """What stands once above all that a country gives; the number to call is the same for most of it."""
    reader, call = told.reader, next((one.whom for one in told.verdicts if one.whom), None)
    seen = {"call": call, "is_history": reader.book.is_history, "speaks": reader.speaks}
    if day != reader.today:
        return _part("above", seen)
    return reader.told_once("above", lambda: _part("above", seen))


def _part(name: str, seen: Mapping[str, object]) -> str:
    return render_to_string(f"rulebooks/parts/country_{name}.html", dict(seen))


def _counted(told: Iterable[Verdict]) -> str:
    counts = Counter(one.answer for one in told)
    said = {Answer.YES: _("{count} yes"), Answer.NO: _("{count} no"), Answer.UNKNOWN: _("{count} unknown")}
    return " · ".join(words.format(count=counts[answer]) for answer, words in said.items() if answer in counts)


def _rows(kinds: Mapping[str, Topic], countries: Iterable[CountryTold], reader: Reader) -> Iterator[str]:
    """The kinds of help that some country knows."""
    silent = format_html(SILENT, _("nothing said"))
    cells = [_cells(one) for one in countries]
    for kind in kinds.values():
        if any(kind.key in of_country for of_country in cells):
            row = "".join(f"<td>{of_country.get(kind.key, silent)}</td>" for of_country in cells)
            yield ROW.format(reader.speaks, escape(reader.say(kind.names)), row)


def _cells(told: CountryTold) -> Mapping[str, str]:
    """A country's part of the table by kind of help."""
    cells: dict[str, str] = {}
    for one, written in zip(told.verdicts, told.cards, strict=True):
        cells[one.right.kind] = cells.get(one.right.kind, "") + written.cell
    return cells


def _headline(countries: Iterable[CountryTold]) -> str:
    """In how many countries the person surely has some help; history isn't counted."""
    current = [one for one in countries if not one.reader.book.is_history]
    yes = sum(any(found.is_yes for found in one.verdicts) for one in current)
    if not yes:
        return _("In no country is any help certain yet")
    said = ngettext(
        "Some help is certain in {count} country of {all}", "Some help is certain in {count} countries of {all}", yes
    )
    return said.format(count=yes, all=len(current))
