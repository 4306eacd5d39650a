"""Names as people write them: in Cyrillic, without accents, by ear, with a slip of the finger; all to one skeleton."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from difflib import SequenceMatcher
from functools import lru_cache

from anyascii import anyascii

LETTERS = 512
"""How many names are kept folded: more than a country has."""
ALIKE = 0.68
"""How much of two skeletons must agree for a slip: two letters of six may be wrong, one of four."""
SHORTEST, MOST_PARTS = 3, 5
FEW = 3
"""A word in more names than this, as "municipality", tells them not apart."""
NOT_WRITTEN = re.compile(r"['’ʼ`´]")
NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
SOUNDS = (
    (re.compile("s?shch|sch|sh"), "s"),
    (re.compile("zh"), "z"),
    (re.compile("ch|ts|tz"), "c"),
    (re.compile("kh"), "h"),
    (re.compile("w"), "v"),
    (re.compile("[jy]"), "i"),
    (re.compile("i+e"), "e"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
"""One spelling for what the languages write in many ways: Jelgava, Елгава and Yelgava are `elgava`."""


@lru_cache(maxsize=LETTERS)
def letters(text: str) -> str:
    """Small Latin letters alone, whatever the script: `Лиепая` is `liepaya`, `Ķekava` is `kekava`."""
    written = NOT_WRITTEN.sub("", anyascii(unicodedata.normalize("NFC", text)).casefold())
    return NOT_A_LETTER.sub(" ", written).strip()


@lru_cache(maxsize=LETTERS)
def skeleton(text: str) -> str:
    """How it sounds, roughly: `Лиепая`, `Лієпая` and `Liepāja` are all `lepaia`."""
    found = letters(text)
    for written, sound in SOUNDS:
        found = written.sub(sound, found)
    return found


def is_part(sought: str, name: str) -> bool:
    """Whether a name holds what is sought; the letters count too, so that its beginning is enough."""
    part, sound = letters(sought), skeleton(sought)
    return bool(sound) and (part in letters(name) or sound in skeleton(name))


def nearest[Key](sought: str, names: Mapping[Key, Iterable[str]], at_most: int = 3) -> list[Key]:
    """Whose names are nearly what is sought, the nearest first; a word more or less on either side is no matter."""
    words = {key: [skeleton(name).split() for name in said] for key, said in names.items()}
    known_by = Counter(word for said in words.values() for word in {word for some in said for word in some})
    often = {word for word, times in known_by.items() if times > FEW}
    asked = _parts(skeleton(sought).split(), often)[:MOST_PARTS]
    found = {key: _likeness(asked, [part for some in said for part in _parts(some, often)])
             for key, said in words.items()}  # fmt: skip
    near = sorted((key for key, alike in found.items() if alike >= ALIKE), key=lambda key: -found[key])
    return near[:at_most]


def _parts(words: list[str], often: Set[str]) -> list[str]:
    """The words that tell a name from others, together and one by one."""
    telling = [word for word in words if word not in often]
    return [part for part in dict.fromkeys((" ".join(telling), *telling)) if len(part) >= SHORTEST]


def _likeness(asked: list[str], named: list[str]) -> float:
    pairs = (SequenceMatcher(None, one, other) for other in named for one in asked)
    # The quick ratio is never below the real one, and costs a tenth.
    return max((pair.ratio() for pair in pairs if pair.quick_ratio() >= ALIKE), default=0.0)
