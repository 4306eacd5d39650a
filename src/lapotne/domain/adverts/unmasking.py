"""The letters a reader sees in a text, where others were written so that a machine wouldn't find the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lapotne.domain.adverts.findings import Span

STYLES = ("<font>", "<wide>", "<narrow>", "<circle>")
"""Kinds of letters that Unicode names the plain ones of: 𝐛𝐨𝐥𝐝, ｗｉｄｅ, ⓒⓘⓡⓒⓛⓔⓓ."""

FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters that show nothing."""

CYRILLIC = "аеорсухкіјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅԌԚԜӀ"
AS_LATIN = "aeopcyxkijshdqwlABEKMHOPCTYXIJSGQWI"
GREEK = "αονιρυκγΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡ"
AS_PLAIN = "aovipukyABEZHIKMNOPTYXag"

TO_LATIN = dict(zip(CYRILLIC + GREEK, AS_LATIN + AS_PLAIN, strict=True))
TO_CYRILLIC = {latin: letter for letter, latin in zip(CYRILLIC, AS_LATIN, strict=True)}
TO_CYRILLIC |= {greek: TO_CYRILLIC[latin] for greek, latin in TO_LATIN.items() if latin in TO_CYRILLIC}
"""Look-alikes, and which letter each is taken for."""

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Unmasked:
    """A text as it reads; `places` has for each of its characters those of the text that was written, or is empty."""

    text: str
    places: tuple[Span, ...] = ()

    def written(self, span: Span) -> Span:
        """The characters that were written, for some of those read."""
        if not self.places:
            return span
        return Span(self.places[span.start].start, self.places[span.end - 1].end)


def unmasked(text: str) -> Unmasked:
    """A text without what can't be seen and with plain letters for styled ones and look-alikes."""
    if not any(map(_is_odd, set(text))) and _is_in_one_alphabet(text):
        return Unmasked(text)
    shown = list(_shown(text))
    plain = "".join(letter for letter, _ in shown)
    return Unmasked(_folded(plain), tuple(span for _, span in shown))


@cache
def _is_odd(letter: str) -> bool:
    """Whether it isn't seen, or is another letter in a style, or joins the one before it."""
    return _is_unseen(letter) or unicodedata.category(letter) == "Mn" or _plain(letter) != letter


@cache
def _is_unseen(letter: str) -> bool:
    return letter in FILLERS or unicodedata.category(letter) == "Cf"


@cache
def _plain(letter: str) -> str:
    """The plain letters of a styled one or a ligature; signs such as № and … are no letters and stay."""
    kind = unicodedata.decomposition(letter).partition(" ")[0]
    is_style = kind in STYLES or (kind == "<compat>" and (letter.isalpha() or unicodedata.category(letter) == "Nl"))
    plain = unicodedata.normalize("NFKC", letter)
    return plain if is_style and plain.isalnum() else letter


def _shown(text: str) -> Iterator[tuple[str, Span]]:
    """Every character that is seen, with those it was written with."""
    last, span = "", Span(0, 0)
    for at, letter in enumerate(text):
        if _is_unseen(letter):
            continue
        if last and unicodedata.category(letter) == "Mn":
            whole = unicodedata.normalize("NFC", last + letter)
            # A mark that no letter has, as of words struck through, is left out.
            last, span = (whole if len(whole) == 1 else last), Span(span.start, at + 1)
            continue
        if last:
            yield last, span
        plain, span = _plain(letter), Span(at, at + 1)
        yield from ((one, span) for one in plain[:-1])
        last = plain[-1]
    if last:
        yield last, span


@cache
def _script(letter: str) -> str:
    """LATIN, CYRILLIC or GREEK; nothing for what is no letter of these."""
    if not letter.isalpha():
        return ""
    script = unicodedata.name(letter, "").partition(" ")[0]
    return script if script in {"LATIN", "CYRILLIC", "GREEK"} else ""


def _is_in_one_alphabet(text: str) -> bool:
    letters = set(text)
    return len({_script(letter) for letter in letters} - {""}) <= 1 and letters.isdisjoint(GREEK)


def _folded(text: str) -> str:
    """The text with each word in one alphabet, as long as before."""
    if _is_in_one_alphabet(text):
        return text
    sure = [script for word in WORD.findall(text) for script in _sure(word)]
    main = "CYRILLIC" if sure.count("CYRILLIC") > sure.count("LATIN") else "LATIN"
    # A text that has words of both alphabets that nothing else looks like is in two languages.
    is_mixed = "CYRILLIC" in sure and "LATIN" in sure
    return WORD.sub(lambda found: _in_one(found[0], main, is_mixed=is_mixed), text)


@cache
def _looks(letter: str, script: str) -> str:
    """The letter of an alphabet that another looks like; nothing where it has none."""
    if _script(letter) == script and letter not in GREEK:
        return letter
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    like = (TO_CYRILLIC if script == "CYRILLIC" else TO_LATIN).get(base, "")
    whole = unicodedata.normalize("NFC", like + marks) if like else ""
    return whole if len(whole) == 1 else like


def _sure(word: str) -> set[str]:
    """The alphabets of letters of a word that look like none of the other."""
    return {
        script
        for script, other in (("LATIN", "CYRILLIC"), ("CYRILLIC", "LATIN"))
        if any(_script(letter) == script and not _looks(letter, other) for letter in word)
    }


def _in_one(word: str, main: str, *, is_mixed: bool) -> str:
    """A word in the alphabet that its other letters are of; unchanged where no alphabet has a letter for each."""
    scripts, sure = {_script(letter) for letter in word}, _sure(word)
    if len(scripts) == 1 and (sure or is_mixed) and not set(word) & set(GREEK):
        return word
    into = next(iter(sure)) if len(sure) == 1 else main
    if scripts == {"LATIN"} and word.isupper():
        return word  # An abbreviation: MIG, CE, AS.
    like = [_looks(letter, into) for letter in word]
    return "".join(like) if all(like) else word
