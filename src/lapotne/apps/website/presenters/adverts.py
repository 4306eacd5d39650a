"""What a check found in a job offer, for a reader: its words marked, each sign with its reason and what to check."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lapotne.adapters.adverts_yaml import Adverts, Check, Flag
from lapotne.adapters.adverts_yaml.words import Source
from lapotne.apps.website.presenters.words import Word, plain
from lapotne.domain.adverts.findings import Finding, Report, Span, Strength

COUNTRY = "en"
"""Words that explain fall back to English, which more readers know."""

SEVERAL = 3
"""So many weak signs say more than each of them."""

STRENGTHS = {
    Strength.STRONG: _("Strong sign: no honest employer needs this"),
    Strength.WEAK: _("Weak sign: honest offers do it too"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the advert's text; `ends` are the numbers of the signs whose words end here."""

    text: str
    is_marked: bool
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A flag raised; `missing` says what wasn't found where no words are marked."""

    number: int
    key: str
    name: Word
    strength: str
    is_strong: bool
    why: Word
    check: Word
    missing: Word
    is_marked: bool
    sources: tuple[Source, ...]
    places: tuple["Place", ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to check, and what."""

    key: str
    name: Word
    what: Word
    address: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class ResultPage:
    """All of a result."""

    headline: str
    pieces: tuple[Piece, ...]
    speaks: str
    signs: tuple[Sign, ...]
    places: tuple[Place, ...]
    good: tuple[Word, ...]
    is_short: bool = False
    unknown: tuple[Word, ...] = ()
    is_answers: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether any words of the offer raised a sign."""
        return any(piece.is_marked for piece in self.pieces)

    @property
    def is_strong(self) -> bool:
        """Whether one sign alone is enough to talk to somebody first."""
        return any(sign.is_strong for sign in self.signs)


def result_page(text: str, report: Report, adverts: Adverts, reader: str) -> ResultPage:
    """What was found in a text."""
    signs = tuple(_signs(report.findings, adverts, reader))
    return ResultPage(
        headline=_headline(signs, report),
        pieces=tuple(pieces(text, report.findings)),
        speaks=report.language,
        signs=signs,
        places=_places(signs, adverts, reader),
        good=good(adverts, reader),
        is_short=report.is_short,
    )


def answers_page(answers: dict[str, str], adverts: Adverts, reader: str) -> ResultPage:
    """What ten answers tell; those not known are questions to ask."""
    worrying = [question for question in adverts.questions if answers.get(question.key) == question.worrying]
    raised = dict.fromkeys(flag for question in worrying for flag in question.raises)
    findings = [Finding(key, flag.strength) for key, flag in adverts.flags.items() if key in raised]
    signs = tuple(_signs(findings, adverts, reader))
    asked = [question for question in adverts.questions if answers.get(question.key) not in ("yes", "no")]
    return ResultPage(
        headline=_headline(signs),
        pieces=(),
        speaks=reader,
        signs=signs,
        places=_places(signs, adverts, reader),
        good=good(adverts, reader),
        unknown=tuple(plain(question.names, reader, COUNTRY) for question in asked),
        is_answers=True,
    )


def good(adverts: Adverts, reader: str) -> tuple[Word, ...]:
    """What a good offer contains."""
    return tuple(plain(names, reader, COUNTRY) for names in adverts.good)


def pieces(text: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    """The text cut where marks begin and end."""
    spans = [(number, span) for number, finding in enumerate(findings, 1) for span in finding.spans]
    edges = sorted({0, len(text), *(edge for _number, span in spans for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        is_marked = any(span.start <= start and end <= span.end for _number, span in spans)
        ends = tuple(number for number, span in spans if span.end == end)
        yield Piece(text[start:end], is_marked, ends)


def _headline(signs: Sequence[Sign], report: Report | None = None) -> str:
    if not signs:
        return str(_("Nothing found, and that doesn't make it safe"))
    strong = sum(sign.is_strong for sign in signs)
    if strong:
        return ngettext("{count} strong warning sign", "{count} strong warning signs", strong).format(count=strong)
    if not any(sign.is_marked for sign in signs) and report:
        return str(_("Much is left unsaid: ask before you go on"))
    count = len(signs)
    if count >= SEVERAL:
        return str(_("{count} weak signs that together call for care")).format(count=count)
    return ngettext("{count} weak warning sign", "{count} weak warning signs", count).format(count=count)


def _signs(findings: Iterable[Finding], adverts: Adverts, reader: str) -> Iterator[Sign]:
    for number, finding in enumerate(findings, 1):
        flag = adverts.flags[finding.flag]
        yield Sign(
            number=number,
            key=flag.key,
            name=plain(flag.names, reader, COUNTRY),
            strength=str(STRENGTHS[finding.strength]),
            is_strong=finding.strength is Strength.STRONG,
            why=plain(flag.why, reader, COUNTRY),
            check=plain(flag.check, reader, COUNTRY),
            missing=plain(flag.missing, reader, COUNTRY),
            is_marked=not finding.is_absence,
            sources=flag.sources,
            places=tuple(_checks(flag, adverts, reader)),
        )


def _checks(flag: Flag, adverts: Adverts, reader: str) -> Iterator[Place]:
    known = {check.key: check for check in adverts.checks}
    return (_place(known[key], reader) for key in flag.checks if key in known)


def _place(check: Check, reader: str) -> Place:
    name, what = plain(check.names, reader, COUNTRY), plain(check.what, reader, COUNTRY)
    return Place(check.key, name, what, check.address, check.source)


def _places(signs: Iterable[Sign], adverts: Adverts, reader: str) -> tuple[Place, ...]:
    """Every place once, in the order in which signs name them, and then what is worth checking with every offer."""
    general = (_place(check, reader) for check in adverts.checks if check.is_general)
    named = (place for sign in signs for place in sign.places)
    return tuple({place.key: place for place in (*named, *general)}.values())


__all__ = ["ResultPage", "Span", "answers_page", "good", "pieces", "result_page"]
