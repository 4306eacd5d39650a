"""A verdict as a card: what the law says is written once for all who read it, what is said of a person each time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lapotne.apps.rulebooks.presenters.country import Question
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.presenters.rules import listed
from lapotne.apps.rulebooks.presenters.verdicts import Opening, Verdict, words
from lapotne.domain.verdict import Answer

HEAD = """<article class="verdict verdict--{}" id="{}-{}">
<h3 class="verdict__head">{} <span><span class="verdict__word">{}:</span> <span lang="{}">{}</span></span></h3>
"""
MORE, END = '<details class="verdict__more">', "</details>\n</article>"
CELL = '<a class="matrix__cell" href="#{}-{}">{}<span>{}</span><span class="hidden-visually" lang="{}">: {}</span></a>'
LABEL = '<p class="verdict__label">{}</p>'


@dataclass(frozen=True, slots=True)
class Place:
    """`name` begins the card's anchor; on the page `sources` its sources stand; a short card folds whom to ask."""

    name: str
    sources: str
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A card of one answer without its rules and without what is said of a person, and its cell in a table."""

    head: str
    whom: str
    end: str
    cell: str


@dataclass(frozen=True, slots=True)
class Around:
    """All that stands in a card around what is said of a person."""

    frames: Mapping[Answer, Frame]
    rules: str
    later: str


@dataclass(frozen=True, slots=True)
class Labels:
    known: str
    because: str
    questions: str
    asks: str
    opens: str
    barred: str


@dataclass(frozen=True, slots=True)
class Card:
    whole: str
    cell: str


def cards(found: Iterable[Verdict], place: Place, day: date, reader: Reader) -> SafeString:
    return SafeString("\n".join(card(one, place, day, reader).whole for one in found))


def card(one: Verdict, place: Place, day: date, reader: Reader) -> Card:
    around = _around(one, place, day, reader)
    frame = around.frames[one.answer]
    said = "".join(_said(one, around.later, reader))
    return Card(f"{frame.head}{said}{frame.whom}{around.rules}{frame.end}", frame.cell)


@cache
def mark(answer: str) -> SafeString:
    """The sign of an answer."""
    return render_to_string("rulebooks/parts/mark.html", {"answer": answer})


def _around(one: Verdict, place: Place, day: date, reader: Reader) -> Around:
    """Today's for each of the answers at once, so that what is kept doesn't tell which one somebody got."""
    if day != reader.today:
        return _write(one, [one.answer], place, reader)
    return reader.told_once(("card", one.right.key, place), lambda: _write(one, Answer, place, reader))


def _write(one: Verdict, answers: Iterable[Answer], place: Place, reader: Reader) -> Around:
    seen = {"right": one.right, "speaks": reader.speaks, "page_of_sources": place.sources}
    return Around(
        {answer: _frame(answer, one, place, reader) for answer in answers},
        _part("rules", seen),
        _part("later", {**seen, "rule": one.right.later}) if one.right.later else "",
    )


def _frame(answer: Answer, one: Verdict, place: Place, reader: Reader) -> Frame:
    right, speaks, word, sign = one.right, reader.speaks, words(reader)[answer], mark(answer)
    named = f"{right.name}, {right.amount}" if right.amount and answer is not Answer.NO else right.name
    folds = place.is_short and answer is not Answer.NO
    whom = _part("who", {"right": right, "whom": one.whom, "answer": answer, "speaks": speaks})
    summary = _part("summary", {"name": right.name, "has_whom": folds})
    gives = {"right": right, "speaks": speaks, "page_of_sources": place.sources}
    return Frame(
        format_html(HEAD, answer, place.name, right.key, sign, word, speaks, named),
        f"{MORE}{summary}{whom}" if folds else f"{whom}{MORE}{summary}",
        f"{_part('gives', gives) if answer is Answer.YES else ''}{END}",
        format_html(CELL, place.name, right.key, sign, word, speaks, right.name),
    )


def _part(name: str, seen: Mapping[str, object]) -> str:
    return render_to_string(f"rulebooks/parts/verdict_{name}.html", dict(seen))


def _said(one: Verdict, later: str, reader: Reader) -> Iterator[str]:
    """What is said of the person, and of the law what matters to just this answer."""
    labels = reader.told_once("labels", _labels)
    if one.reasons:
        yield labels.known if one.answer is Answer.UNKNOWN else labels.because
        yield _list((f"<li>{escape(reason)}</li>" for reason in one.reasons), reader)
    if one.questions:
        yield labels.questions
        yield _list((_open(question, reader) for question in one.questions), reader)
    yield later
    if one.asks:
        yield labels.asks
        yield _list((_ask(question, reader) for question in one.asks), reader)
    if one.opens:
        yield labels.opens
        yield _opens(one.opens, labels, reader.speaks)


def _labels() -> Labels:
    labels = (_("Known so far"), _("Because"), _("Open question of law"), _("What would settle it"))
    written = (LABEL.format(label) for label in (*labels, _("What would open it")))
    return Labels(*written, _("Nothing can, because this doesn't change:"))


def _list(items: Iterable[str], reader: Reader) -> str:
    return f'<ul class="verdict__reasons" lang="{reader.speaks}">{"".join(items)}</ul>\n'


def _open(question: Question, reader: Reader) -> str:
    def write() -> str:
        why = format_html(' <span class="muted">{}</span>', question.why) if question.why else ""
        return format_html("<li>{}{}</li>", question.question, why)

    return reader.told_once(("open", question.key), write)


def _ask(question: Question, reader: Reader) -> str:
    return reader.told_once(("ask", question.key), lambda: format_html("<li>{}</li>", question.question))


def _opens(opens: Opening, labels: Labels, speaks: str) -> str:
    if opens.barred:
        barred = escape(" ".join(opens.barred))
        return f'<div class="verdict__opens">{labels.barred} <span lang="{speaks}">{barred}</span></div>\n'
    needed = listed(opens.lines) if opens.lines else escape(opens.sentence)
    return f'<div class="verdict__opens" lang="{speaks}">{needed}</div>\n'
