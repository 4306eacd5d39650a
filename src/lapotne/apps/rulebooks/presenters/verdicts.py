"""A verdict in words: yes, no or unknown with its reasons; a no says what would open it, who decides, whom to ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lapotne.apps.rulebooks.presenters.country import Question
from lapotne.apps.rulebooks.presenters.parameters import Told, told
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.presenters.rules import Rule, amounts, rule
from lapotne.apps.rulebooks.presenters.statements import once
from lapotne.domain.entitlements.conditions import Ground
from lapotne.domain.entitlements.judging import Finding
from lapotne.domain.entitlements.sentences import Branch
from lapotne.domain.verdict import Answer

WORDS = {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNKNOWN: pgettext_lazy("an answer", "Unknown")}


@dataclass(frozen=True, slots=True)
class Opening:
    """What would have to be so; `lines` is the same as a list where it has more than one part.

    `barred`: nothing can open it, because these facts can't change.
    """

    sentence: str = ""
    lines: Branch | None = None
    barred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`asks` are questions about the person that may still settle it, `questions` those of law that nobody answers."""

    key: str
    kind: str
    answer: str
    word: str
    name: str
    what: str
    amount: str
    reasons: tuple[str, ...]
    rules: tuple[Rule, ...]
    later: Rule | None
    questions: tuple[Question, ...]
    asks: tuple[Question, ...]
    opens: Opening | None
    decides: Told | None
    ask_anyway: Told | None
    gives: tuple[Told, ...]

    @property
    def reasons_listed(self) -> SafeString:
        return _listed(self.reasons)

    @property
    def asks_listed(self) -> SafeString:
        return _listed(one.question for one in self.asks)

    @property
    def is_no(self) -> bool:
        return self.answer == Answer.NO

    @property
    def is_yes(self) -> bool:
        return self.answer == Answer.YES


def verdicts(found: Iterable[Finding], reader: Reader) -> tuple[Verdict, ...]:
    return tuple(verdict(one, reader) for one in found)


def verdict(found: Finding, reader: Reader) -> Verdict:
    entitlement = found.entitlement
    return Verdict(
        key=entitlement.key,
        kind=entitlement.kind,
        answer=str(found.answer),
        word=str(WORDS[found.answer]),
        name=reader.say(entitlement.names),
        what=reader.say(entitlement.what),
        amount=amounts((one for given in found.gives for one in given.amounts), reader),
        reasons=_facts(found.grounds, reader),
        rules=once(
            (rule(one.version, reader, is_certain=one.sure) for one in found.readings), says=lambda one: one.sentence
        ),
        later=rule(found.first_stated, reader) if found.first_stated and not found.readings else None,
        questions=tuple(_of_law(key, reader) for key in found.questions),
        asks=tuple(_of_person(key, reader) for key in found.ask),
        opens=_opening(found, reader),
        decides=_told(entitlement.decides, found, reader),
        # Nobody is sent to a country whose law is history.
        ask_anyway=None if reader.book.is_history else _told(entitlement.ask_anyway, found, reader),
        gives=tuple(told(reader.book.parameters[one.parameter], found.day, reader) for one in found.gives),
    )


def _opening(found: Finding, reader: Reader) -> Opening | None:
    if found.opens is None:
        return Opening(barred=_facts(found.barred, reader)) if found.barred else None
    lines = reader.speaker.tree(found.opens)
    return Opening(reader.speaker.sentence(found.opens), lines if lines.parts else None)


def _facts(grounds: Iterable[Ground], reader: Reader) -> tuple[str, ...]:
    """What is the case, each once."""
    return tuple(dict.fromkeys(_sentence(reader.speaker.ground(ground)) for ground in grounds))


def _told(key: str, found: Finding, reader: Reader) -> Told | None:
    return told(reader.book.parameters[key], found.day, reader) if key else None


def _of_law(key: str, reader: Reader) -> Question:
    known = reader.book.questions.get(key)
    return Question(key, reader.speaker.question(key), reader.say(known.why) if known and known.why else "")


def _of_person(key: str, reader: Reader) -> Question:
    definition = reader.book.facts[key]
    return Question(key, reader.say(definition.question), reader.say(definition.why))


def _listed(said: Iterable[str]) -> SafeString:
    """Written here, for a page has a hundred such lists."""
    return format_html_join("", "<li>{}</li>", ((one,) for one in said))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
