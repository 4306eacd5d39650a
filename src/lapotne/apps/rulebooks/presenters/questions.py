"""A question as a form asks it: why, the answers it may have, and “I don't know” among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lapotne.apps.rulebooks.models import NO, NOTHING, ON, UNKNOWN, YES, Answers, Written
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.domain.entitlements.conditions import Ground, Happened, Leaf
from lapotne.domain.entitlements.facts import NEVER, SOMETIME, Fact, FactDefinition, FactKind
from lapotne.domain.verdict import Answer

OPTION = (
    '<label class="option"><input type="radio" name="{0}" value="{1}"{2} aria-describedby="why-{0}">'
    " <span{3}>{4}</span></label>"
)
CHOSEN = " checked"


@dataclass(frozen=True, slots=True)
class Option:
    """`is_law` says that the label is in the law's language rather than the page's."""

    value: str
    label: str
    chosen: bool
    is_law: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A field beside the choices: its kind as HTML names it, its label and what was written."""

    kind: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """`speaks` is the language of the law's words."""

    key: str
    question: str
    why: str
    speaks: str
    options: tuple[Option, ...]
    beside: Beside | None
    error: str = ""

    @property
    def options_listed(self) -> SafeString:
        """Written here, for a question may have a dozen of them."""
        key, law = escape(self.key), f' lang="{escape(self.speaks)}"'
        options = (
            (escape(one.value), CHOSEN if one.chosen else "", law if one.is_law else "", escape(one.label))
            for one in self.options
        )
        return SafeString("\n".join(OPTION.format(key, *option) for option in options))


def question(key: str, answers: Answers, reader: Reader) -> Question:
    definition, written = reader.book.facts[key], answers.written.get(key, NOTHING)
    options = (*_options(definition, written, reader), _option(UNKNOWN, _("I don't know"), written))
    return Question(
        key,
        reader.say(definition.question),
        reader.say(definition.why),
        reader.speaks,
        options,
        _beside(definition, written),
        answers.errors.get(key, ""),
    )


def fact_says(key: str, found: Fact | None, reader: Reader) -> str:
    """An answer as a sentence; only what it is about where it isn't known."""
    if found is None:
        return reader.say(reader.book.facts[key].names)
    said = reader.speaker.ground(Ground(Leaf(key, Happened()), found, Answer.YES))
    return f"{said[:1].upper()}{said[1:]}"


def _options(definition: FactDefinition, written: Written, reader: Reader) -> Iterator[Option]:
    if definition.kind is FactKind.YES_NO:
        yield _option(YES, _("Yes"), written)
        yield _option(NO, _("No"), written)
    elif definition.kind is FactKind.DATE:
        yield _option(ON, _("Yes, on this day:"), written)
        yield _option(SOMETIME, _("Yes, the day isn't known"), written)
        yield _option(NEVER, _("No"), written)
    for value, named in definition.values.items():
        label = reader.say(named.names)
        yield Option(value, f"{label[:1].upper()}{label[1:]}", written.choice == value, is_law=True)


def _option(value: str, label: str, written: Written) -> Option:
    return Option(value, label, written.choice == value)


def _beside(definition: FactDefinition, written: Written) -> Beside | None:
    if definition.kind is FactKind.DATE:
        return Beside("date", _("The day, if known"), written.said)
    if definition.kind is FactKind.AGE:
        return Beside("number", _("Age in years, if known"), written.said)
    return Beside("number", _("The number"), written.said) if definition.kind is FactKind.NUMBER else None
