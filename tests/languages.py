"""In which languages a run walks the whole site: three always and one drawn; all twelve for `./dev prove`."""

import os
import random

from lapotne.config.languages import LANGUAGES

ALWAYS = ("lv", "en", "ru")
CODES = tuple(code for code, _name in LANGUAGES)
ALL, DRAWN = "LAPOTNE_ALL_LANGUAGES", "LAPOTNE_DRAWN"


def draw() -> str:
    """The language of this run, which its workers find in the environment."""
    others = sorted(set(CODES) - set(ALWAYS))
    return os.environ.setdefault(DRAWN, random.choice(others))  # noqa: S311 -- no secret


def is_long() -> bool:
    """Whether this run is a proof, which has time for all languages."""
    return bool(os.environ.get(ALL))


def walked() -> tuple[str, ...]:
    return CODES if is_long() else (*ALWAYS, draw())
