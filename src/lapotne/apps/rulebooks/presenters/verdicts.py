"""A verdict in words: yes, no or unknown with its reasons; a no says what would open it, who decides, whom to ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lapotne.apps.rulebooks.presenters.country import Question
from lapotne.apps.rulebooks.presenters.parameters import Told, told
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.presenters.rules import Right, right
from lapotne.domain.entitlements.conditions import Ground
from lapotne.domain.entitlements.judging import Finding
from lapotne.domain.entitlements.sentences import Branch
from lapotne.domain.verdict import Answer


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
    """`right` and `whom`, whom to ask, are the law's whoever asks; all else is said of a person.

    `asks` are questions about the person that may still settle it, `questions` those of law that nobody answers.
    """

    right: Right
    whom: Told | None
    answer: Answer
    word: str
    reasons: tuple[str, ...]
    questions: tuple[Question, ...]
    asks: tuple[Question, ...]
    opens: Opening | None

    @property
    def is_no(self) -> bool:
        return self.answer == Answer.NO

    @property
    def is_yes(self) -> bool:
        return self.answer == Answer.YES


def verdicts(found: Iterable[Finding], reader: Reader) -> tuple[Verdict, ...]:
    return tuple(verdict(one, reader) for one in found)


def verdict(found: Finding, reader: Reader) -> Verdict:
    return Verdict(
        right=right(found.entitlement, found.day, reader),
        whom=_whom(found, reader),
        answer=found.answer,
        word=words(reader)[found.answer],
        reasons=_facts(found.grounds, reader),
        questions=tuple(_of_law(key, reader) for key in found.questions),
        asks=tuple(_of_person(key, reader) for key in found.ask),
        opens=_opening(found, reader),
    )


def words(reader: Reader) -> Mapping[Answer, str]:
    """The three answers."""
    return reader.told_once(
        "words", lambda: {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNKNOWN: pgettext("an answer", "Unknown")}
    )


def _whom(found: Finding, reader: Reader) -> Told | None:
    key = found.entitlement.ask_anyway
    # Nobody is sent to a country whose law is history.
    return None if reader.book.is_history or not key else told(reader.book.parameters[key], found.day, reader)


def _opening(found: Finding, reader: Reader) -> Opening | None:
    if found.opens is None:
        return Opening(barred=_facts(found.barred, reader)) if found.barred else None
    lines = reader.speaker.tree(found.opens)
    return Opening(reader.speaker.sentence(found.opens), lines if lines.parts else None)


def _facts(grounds: Iterable[Ground], reader: Reader) -> tuple[str, ...]:
    """What is the case, each once."""
    return tuple(dict.fromkeys([_sentence(reader.speaker.ground(ground)) for ground in grounds]))


def _of_law(key: str, reader: Reader) -> Question:
    def tell() -> Question:
        known = reader.book.questions.get(key)
        return Question(key, reader.speaker.question(key), reader.say(known.why) if known and known.why else "")

    return reader.told_once(("of law", key), tell)


def _of_person(key: str, reader: Reader) -> Question:
    def tell() -> Question:
        definition = reader.book.facts[key]
        return Question(key, reader.say(definition.question), reader.say(definition.why))

    return reader.told_once(("of a person", key), tell)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
