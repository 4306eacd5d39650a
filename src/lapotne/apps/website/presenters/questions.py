"""The few questions about a person that can change the answer, each with why it is asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lapotne.apps.website.presenters.reader import Reader, sorted_languages
from lapotne.apps.website.presenters.words import Word
from lapotne.domain.mechanism.conditions import ADULT, CHILD, Condition, Conditions

AGE, LANGUAGES = "age", "languages"
YEARS = "years"
UNKNOWN = ""
PEOPLE_SPEAK = 2
"""How many languages one can name: the best one, and a second."""

# Written here and not in a template: a page has thirty answers, and a template takes ten times as long over each.
RADIO = '<label class="option"><input type="radio" name="{name}" value="{value}"{checked}{described}> {label}</label>'
LISTED = '<option value="{value}"{selected}>{text}</option>'
HIDDEN = '<input type="hidden" name="{}" value="{}">'
DESCRIBED = ' aria-describedby="why-{}"'


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: Word
    chosen: bool


@dataclass(frozen=True, slots=True)
class Question:
    """`asks_years`: some service takes only certain ages, so that child or adult isn't enough."""

    key: str
    question: Word
    why: Word
    options: tuple[Option, ...]
    asks_years: bool = False
    years: str = ""

    @property
    def is_list(self) -> bool:
        return self.key == LANGUAGES

    @property
    def given(self) -> list[str]:
        """What was said, without "I don't know"."""
        return [option.value for option in self.options if option.chosen and option.value != UNKNOWN]

    @property
    def radios(self) -> SafeString:
        """Each answer with its button."""
        described = DESCRIBED.format(escape(self.key)) if self.why else ""
        return SafeString(
            "\n".join(
                RADIO.format(
                    name=escape(self.key),
                    value=escape(option.value),
                    checked=" checked" if option.chosen else "",
                    described=described,
                    label=option.label,
                )
                for option in self.options
            )
        )

    @property
    def best(self) -> SafeString:
        """The answers as a list with the first one said chosen."""
        return self._listed(0)

    @property
    def second(self) -> SafeString:
        """The same for the second one said."""
        return self._listed(1)

    def _listed(self, place: int) -> SafeString:
        chosen = "".join(self.given[place : place + 1])
        return SafeString(
            "".join(
                LISTED.format(
                    value=escape(option.value),
                    selected=" selected" if option.value and option.value == chosen else "",
                    text=escape(option.label.text),
                )
                for option in self.options
            )
        )


def questions(matters: Mapping[str, Conditions], given: Mapping[str, list[str]], reader: Reader) -> list[Question]:
    """In the order of the reference, with "I don't know" chosen where nothing was said."""
    asked = [key for key in reader.reference.attributes if key in matters]
    return [_question(key, matters[key], given, reader) for key in asked]


def repeated(asked: Iterable[Question]) -> SafeString:
    """What was said, for forms that ask again with the same facts."""
    fields = [(question.key, value) for question in asked for value in question.given]
    fields += [(YEARS, question.years) for question in asked if question.years]
    return SafeString("".join([HIDDEN.format(escape(key), escape(value)) for key, value in dict.fromkeys(fields)]))


def choices(key: str, reader: Reader) -> list[tuple[str, Word]]:
    """The answers to a question by code; a long list of languages follows the reader's alphabet."""
    codes = tuple(reader.reference.attributes[key].values)
    ordered = _by_alphabet(codes, reader.language) if key == LANGUAGES else codes
    return [(code, reader.value(key, code)) for code in ordered]


@lru_cache(maxsize=64)
def _by_alphabet(codes: tuple[str, ...], language: str) -> list[str]:
    return sorted_languages(codes, language)


def _question(key: str, conditions: Conditions, given: Mapping[str, list[str]], reader: Reader) -> Question:
    known = reader.reference.attributes[key]
    chosen = [value for value in given.get(key, []) if value]
    return Question(
        key=key,
        question=reader.plain(known.question or known.names),
        why=reader.plain(known.why),
        options=tuple(_options(key, chosen, reader)),
        asks_years=key == AGE and _needs_years(conditions),
        years="".join(given.get(YEARS, [])),
    )


def _options(key: str, chosen: list[str], reader: Reader) -> Iterator[Option]:
    yield Option(UNKNOWN, Word(_("I don't know")), chosen=not chosen)
    for code, label in choices(key, reader):
        yield Option(code, label, chosen=code in chosen)


def _needs_years(conditions: Iterable[Condition]) -> bool:
    return any(condition.allowed not in (CHILD, ADULT) for condition in conditions)
