"""What somebody probably meant: the nearest known word to one that isn't known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None where nothing comes close."""
    options = list(known)
    tidy = {option.lower().replace("-", "_"): option for option in options}
    wanted = word.strip().lower().replace("-", "_").replace(" ", "_")[:100]
    if wanted in tidy:
        return tidy[wanted]
    found = get_close_matches(wanted, list(tidy), n=1, cutoff=0.72)
    return tidy[found[0]] if found else None
