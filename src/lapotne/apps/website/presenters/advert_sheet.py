"""The classroom sheet: a few invented offers to read together, and on its second page the signs in each."""

from dataclasses import dataclass

from lapotne.adapters.adverts_yaml import Adverts, Example
from lapotne.apps.website.presenters.adverts import Piece, pieces
from lapotne.apps.website.presenters.words import Word, plain
from lapotne.domain.adverts.checking import check
from lapotne.domain.adverts.findings import Finding

HONEST, BAD = 2, 3
"""How many offers of each kind stand on a sheet: a page of them, and a page of answers."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An example; its signs stand in the order of their numbers, `is_honest` where it has none planted."""

    number: int
    text: str
    pieces: tuple[Piece, ...]
    signs: tuple[Word, ...]
    is_honest: bool


def sheet(adverts: Adverts, language: str) -> list[Offer]:
    """The offers of a language, honest and not in no order that tells which."""
    examples = adverts.examples.get(language, ())
    honest, bad = ([one for one in examples if one.honest is wanted] for wanted in (True, False))
    chosen = sorted([*honest[:HONEST], *bad[:BAD]], key=lambda one: one.key)
    return [_offer(number, example, adverts, language) for number, example in enumerate(chosen, 1)]


def _offer(number: int, example: Example, adverts: Adverts, language: str) -> Offer:
    found = _planted(example, adverts, language)
    return Offer(
        number=number,
        text=example.text,
        pieces=tuple(pieces(example.text, found)),
        signs=tuple(plain(adverts.flags[finding.flag].names, language, "en") for finding in found),
        is_honest=example.honest,
    )


def _planted(example: Example, adverts: Adverts, language: str) -> list[Finding]:
    """The planted signs, with their words where the check finds them."""
    found = {one.flag: one for one in check(example.text, adverts.rules[language]).findings}
    keys = [key for key in adverts.flags if key in example.planted]
    return [found.get(key) or Finding(key, adverts.flags[key].strength) for key in keys]
