"""The same person in each country: a table of yes, no and unknown, and behind each the reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.rulebooks.models import Answers
from lapotne.apps.rulebooks.presenters.parameters import Told
from lapotne.apps.rulebooks.presenters.questions import Question, fact_says, question
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.verdicts import Verdict, verdicts
from lapotne.domain.entitlements.rulebook import Rulebooks, Topic
from lapotne.domain.entitlements.side_by_side import SamePerson
from lapotne.domain.verdict import Answer

FEW = 6
"""How many questions stand open; the others wait folded."""

CELL = '<a class="matrix__cell" href="#{}-{}">{}<span>{}</span><span class="hidden-visually" lang="{}">: {}</span></a>'
SILENT = '<span class="matrix__none"><span aria-hidden="true">–</span><span class="hidden-visually">{}</span></span>'


@dataclass(frozen=True, slots=True)
class CountryTold:
    """`address`: the page on which its sources stand."""

    country: str
    name: str
    is_history: bool
    verdicts: tuple[Verdict, ...]
    counted: str
    call: Told | None
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of help, country by country; its cells are written here, for a page has a hundred of them."""

    name: str
    cells: SafeString


@dataclass(frozen=True, slots=True)
class ComparePage:
    headline: str
    speaks: str
    day: str
    countries: tuple[CountryTold, ...]
    rows: tuple[Row, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedPage:
    """`first` are the questions that settle most, `more` the others."""

    speaks: str
    first: tuple[Question, ...]
    more: tuple[Question, ...]

    @property
    def errors(self) -> tuple[Question, ...]:
        return tuple(one for one in (*self.first, *self.more) if one.error)


def asked_page(order: Iterable[str], answers: Answers, reader: Reader) -> AskedPage:
    """The questions in the order that settles most; one that was answered stands open."""
    keys = list(order)
    first = [key for at, key in enumerate(keys) if at < FEW or key in answers.written]
    asked = [question(key, answers, reader) for key in first]
    return AskedPage(
        reader.speaks, tuple(asked), tuple(question(key, answers, reader) for key in keys if key not in first)
    )


def compare_page(
    rulebooks: Rulebooks, found: SamePerson, answers: Answers, day: date, readers: Mapping[str, Reader]
) -> ComparePage:
    reader = next(iter(readers.values()))
    order = alphabetical(reader.language)
    told = (_country(found, readers[country]) for country in rulebooks.by_country)
    countries = tuple(sorted(told, key=lambda one: (one.is_history, order(one.name))))
    return ComparePage(
        headline=_headline(countries),
        speaks=reader.speaks,
        day=full_day(day, reader.language),
        countries=countries,
        rows=tuple(row for kind in rulebooks.kinds.values() if (row := _row(kind, countries, reader))),
        told=tuple(fact_says(key, fact, reader) for key, fact in answers.facts.items()),
    )


def _country(found: SamePerson, reader: Reader) -> CountryTold:
    told = verdicts(found.by_country[reader.book.country], reader)
    # The number is the same for most of what a country gives, so it stands once above them all.
    call = next((one.ask_anyway for one in told if one.ask_anyway), None)
    country, is_history = reader.book.country, reader.book.is_history
    address = reverse("rulebooks:country", args=[country])
    return CountryTold(country, reader.country, is_history, told, _counted(told), call, address)


def _counted(told: Iterable[Verdict]) -> str:
    answers = [one.answer for one in told]
    counts = [(answers.count(Answer.YES), _("{count} yes")), (answers.count(Answer.NO), _("{count} no"))]
    counts.append((answers.count(Answer.UNKNOWN), _("{count} unknown")))
    return " · ".join(said.format(count=count) for count, said in counts if count)


def _row(kind: Topic, countries: Iterable[CountryTold], reader: Reader) -> Row | None:
    found = [(one, [verdict for verdict in one.verdicts if verdict.kind == kind.key]) for one in countries]
    if not any(verdicts for _, verdicts in found):
        return None
    silent = format_html(SILENT, _("nothing said"))
    written = (
        format_html_join("", CELL, ((country.country, one.key, mark(one.answer), one.word, reader.speaks, one.name)
                                    for one in verdicts)) or silent
        for country, verdicts in found
    )  # fmt: skip
    return Row(reader.say(kind.names), format_html_join("", "<td>{}</td>", ((cell,) for cell in written)))


@cache
def mark(answer: str) -> SafeString:
    """The sign of an answer."""
    return render_to_string("rulebooks/parts/mark.html", {"answer": answer})


def _headline(countries: Iterable[CountryTold]) -> str:
    """In how many countries the person surely has some help; history isn't counted."""
    current = [one for one in countries if not one.is_history]
    yes = sum(any(found.is_yes for found in one.verdicts) for one in current)
    if not yes:
        return _("In no country is any help certain yet")
    said = ngettext(
        "Some help is certain in {count} country of {all}", "Some help is certain in {count} countries of {all}", yes
    )
    return said.format(count=yes, all=len(current))
