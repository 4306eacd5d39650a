"""An advert cut into words, sentences and clauses, with each word's place in the text kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"\d+(?:[ \u00a0\u202f.,']\d{3})+(?![\d])|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|[€$£₽₴%&@/]")
HARD = re.compile(r"[.!?…;•·]|\n\s*\n|\n\s*[-–—*•]|\n\s*\d+[.)]")
SOFT = re.compile(r",(?![-–—])|[()\n]|\s[-–—]\s")
SIGN = re.compile(r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
"""Emoji, arrows, ticks."""

CASUAL = re.compile(r"(?<=[^\W\d_]{5})[.!?] +[^\W\d_]")
FORMAL = re.compile(r"(?<=[^\W\d_]{5})\. +[A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĢĪĮĶŁĻŃŅŇŌŐŒŖŘŚŠŢŤŪŮŲŽŹŻА-ЯЁІЇЄҐ]")
LAST_WORD = re.compile(r"[^\W\d_]+$")
LONGEST_LINE, FULL_LINE = 100, 50
"""Letters of the lines of a wrapped text, and how many of them are a full line."""

SHORT_QUESTION = 3
"""Words of a question that the next sentence answers."""

ACCENTED = 60
"""Of so many letters one has an accent at least, in a text of a language with accents that is written with them."""

LONGEST_ABBREVIATION = 4
LONGEST_WORD = 60
"""Letters of a word that are looked at; nobody writes longer ones, machines do."""

DIGRAPHS = re.compile("ae|oe|ue|aa")
"""How ä, ö, ü and å are written where the keyboard lacks them."""

STROKES = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "a"}
LAST_LATIN = 0x2200

PLAIN = str.maketrans(
    {
        letter: plain
        for letter in map(chr, range(0x80, LAST_LATIN))
        if (plain := STROKES.get(letter, unicodedata.normalize("NFD", letter)[0])).isascii()
    }
)
"""Latin letters with accents or strokes, and the plain one of each."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as compared (`text`), its place, its sentence and its clause, counted from 0 over the whole advert."""

    text: str
    start: int
    end: int
    sentence: int
    clause: int
    is_capital: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()


@dataclass(frozen=True)
class Advert:
    """The text of a job offer and its words in order."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> int:
        """How many words it has, numbers and signs not counted."""
        return sum(token.text[0].isalpha() for token in self.tokens)

    @cached_property
    def has_accents(self) -> bool:
        """Whether its letters aren't plain: many write without their language's own, but for a name or a word."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return sum(not letter.isascii() for letter in letters) * ACCENTED > len(letters)


def read(text: str) -> Advert:
    """The words of a text; whatever it holds, every token lies within it."""
    tokens: list[Token] = []
    sentence = clause = end = 0
    gaps = _Gaps(text)
    for found in WORD.finditer(text):
        hard, soft = gaps.between(end, found.start())
        if hard and _is_asked(text[end : found.start()], tokens):
            hard = soft = False
        sentence, clause = sentence + hard, clause + (hard or soft)
        said = found.group()
        tokens.append(Token(compared(said), found.start(), found.end(), sentence, clause, said[0].isupper()))
        end = found.end()
    return Advert(text, tuple(tokens))


def _is_asked(gap: str, tokens: list[Token]) -> bool:
    """“Experience? Not needed.” says in two sentences what others say in one."""
    if gap.strip(" ") != "?":
        return False
    return len(tokens) <= SHORT_QUESTION or tokens[-1].sentence != tokens[-1 - SHORT_QUESTION].sentence


class _Gaps:
    """What stands between the words of a text, and what ends there."""

    def __init__(self, text: str) -> None:
        self._text = text
        lines = [len(line) for line in text.split("\n")]
        # Lines all about as long are one text that was wrapped.
        self._is_wrapped = max(lines) <= LONGEST_LINE
        self._is_casual = bool(CASUAL.search(text)) and not FORMAL.search(text)

    def between(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether a sentence, or at least a clause, ends between two words."""
        gap = self._text[start:end]
        if gap == " ":
            return False, False
        if HARD.search(gap):
            is_inner = self._is_inner_point(start, end)
            return (False, "," in gap) if is_inner else (True, True)
        is_small = self._text[end].islower()
        if not is_small and (SIGN.search(gap) or self._ends_line(gap, start)):
            return True, True
        # A line that goes on in small letters was only wrapped.
        is_going_on = gap.strip(" ") == "\n" and is_small
        return False, bool(SOFT.search(gap) or SIGN.search(gap)) and not is_going_on

    def _ends_line(self, gap: str, start: int) -> bool:
        """Whether a line ends that wasn't merely full."""
        if "\n" not in gap or gap.strip(" \n"):
            return False
        length = start - self._text.rfind("\n", 0, start) - 1
        return not self._is_wrapped or length < FULL_LINE

    def _is_inner_point(self, start: int, end: int) -> bool:
        """A point in an address, or after an abbreviation: what follows it isn't the beginning of a sentence."""
        gap = self._text[start:end]
        # What a comma follows goes on: “140 kr., but”.
        if gap == "." or gap.strip(" ") == ".,":
            return True
        if gap.strip(" ") != ".":
            return False
        if not self._text[end].isalnum():
            return True
        before = LAST_WORD.search(self._text[:start][-LONGEST_WORD:])
        is_short = before is not None and len(before.group()) <= LONGEST_ABBREVIATION
        if self._text[end].islower():
            return before is None or not self._ends_small(before.group())
        return is_short and self._text[end].isdigit()

    def _ends_small(self, word: str) -> bool:
        """Whether a sentence ends after a word though a small letter follows: in chats, if it's no abbreviation."""
        return self._is_casual and len(word) > LONGEST_ABBREVIATION


def compared(word: str) -> str:
    """A word as words are compared: small letters, one kind of apostrophe, no Russian ё, not longer than anybody's."""
    small = unicodedata.normalize("NFC", word[:LONGEST_WORD]).casefold()
    # `casefold` makes ss of ß, in rules and adverts alike.
    return small.replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("ё", "е").removesuffix("'s")


def without_accents(word: str) -> str:
    """A word in plain Latin letters; Cyrillic ones are letters of their own and stay."""
    return DIGRAPHS.sub(lambda found: found[0][0], word.translate(PLAIN))
