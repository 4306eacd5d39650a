"""The kinds of pages, and what the files of each may say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

KINDS = ("home", "article", "news", "event", "publication", "gallery", "campaign", "practice", "glossary")
LANGUAGE = re.compile(r"[a-z]{2}")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PATH = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
LONGEST_LINE = 200
GIVEN_AWAY = re.compile(r"traffick|victim|exploit|prostitut|slave|abuse", re.IGNORECASE)
"""A path stands in the browser's history, where somebody else may read it."""

PICTURE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.(jpe?g|png|webp)", re.IGNORECASE)
LONGEST_OF_PICTURE = {"shows": 300, "caption": 300, "credit": 120}
"""The words of a picture, with the letters that each may have."""

TAKEN = frozenset({
    "advert", "api", "campaigns", "confirm", "directory", "events", "files", "galleries", "help", "kept", "law",
    "leave", "news", "practices", "protocol", "publications", "search", "staff", "static",
})  # fmt: skip
"""First parts of addresses that lists and tools have; a page there would never be found."""


class Rule(NamedTuple):
    """How a value is written; `holds` is given the value."""

    holds: Callable[[Any], bool]
    write: str
    required: bool = False


def is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_line(value: object) -> bool:
    return is_text(value) and len(str(value)) <= LONGEST_LINE


def is_date(value: object) -> bool:
    return _parsed(value, date.fromisoformat)


def is_moment(value: object) -> bool:
    return is_date(value) or _parsed(value, datetime.fromisoformat)


def _parsed(value: object, parse: Callable[[str], object]) -> bool:
    try:
        parse(value if isinstance(value, str) else "")
    except ValueError:
        return False
    return True


def is_path(value: object) -> bool:
    is_written = isinstance(value, str) and PATH.fullmatch(value) is not None
    return value in ("", None) or (is_written and str(value).partition("/")[0] not in TAKEN)


def is_sources(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and is_source(one) for one in value)


def is_source(value: Mapping[str, Any]) -> bool:
    known = {"title", "publisher", "dated", "address"}
    return (
        set(value) <= known
        and is_text(value.get("title"))
        and (value.get("publisher") is None or is_text(value["publisher"]))
        and (value.get("dated") is None or is_date(str(value["dated"])) or is_year(value["dated"]))
        and (value.get("address") is None or is_address(value["address"]))
    )


def is_year(value: object) -> bool:
    return re.fullmatch(r"\d{4}(-\d{2})?", str(value)) is not None


def is_https(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"https://[^\s<>\"]+", value) is not None


def is_address(value: object) -> bool:
    """An old source may have no https of its own."""
    return is_https(str(value).replace("http://", "https://", 1))


def is_texts(value: object) -> bool:
    """Each of them once."""
    return isinstance(value, list) and all(map(is_text, value)) and len(set(value)) == len(value)


def is_files(value: object) -> bool:
    known = {"language", "address", "file", "cover", "checked_for_accessibility"}
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and set(one) <= known
        and LANGUAGE.fullmatch(str(one.get("language")))
        and (is_https(one.get("address")) or is_text(one.get("file")))
        and (one.get("cover") is None or PICTURE.fullmatch(str(one["cover"])))
        for one in value
    )


def is_pictures(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and PICTURE.fullmatch(one) for one in value)


def is_words_of_pictures(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and is_words_of_picture(one) for one in value)


def is_words_of_picture(value: Mapping[str, Any]) -> bool:
    return (
        set(value) <= {"file", *LONGEST_OF_PICTURE}
        and isinstance(value.get("file"), str)
        and is_text(value.get("shows"))
        and all(
            is_text(value[name]) and len(value[name]) <= LONGEST_OF_PICTURE[name] for name in value if name != "file"
        )
    )


DAY = Rule(is_date, "Write a day as 2026-11-24.")
MOMENT = Rule(is_moment, "Write a day as 2026-11-24, or a moment as 2026-11-24T10:00.")
TEXT = Rule(is_text, "Write a text.")
LINE = Rule(is_line, f"Write a text of at most {LONGEST_LINE} letters.")
PARTS = Rule(is_text, "Write paragraphs and lists as in the text, below a `|` and set in by two spaces.", required=True)
FLAG = Rule(lambda value: isinstance(value, bool), "Write true or false.")

COMMON = {
    "kind": Rule(lambda value: value in KINDS, f"Write one of: {', '.join(KINDS)}.", required=True),
    "path": Rule(
        is_path,
        f"Write small letters, digits and hyphens, with / between levels; not first: {', '.join(sorted(TAKEN))}.",
    ),
    "order": Rule(lambda value: isinstance(value, int) and not isinstance(value, bool), "Write a whole number."),
    "source": Rule(
        lambda value: LANGUAGE.fullmatch(str(value)) is not None, "Write two letters, as en.", required=True
    ),
    "dated": DAY._replace(required=True),
    "safety_critical": FLAG,
    "municipality": Rule(lambda value: KEY.fullmatch(str(value)) is not None, "Write the key of a municipality."),
    "sources": Rule(is_sources, "Write a list; each source has a title, and may have publisher, dated and an address."),
}
OF_KIND: Mapping[str, Mapping[str, Rule]] = {
    "news": {"published": DAY._replace(required=True)},
    "event": {"starts": MOMENT._replace(required=True), "ends": MOMENT, "place": LINE},
    "publication": {
        "published": DAY,
        "files": Rule(
            is_files,
            "Write a list; each file has a language and an address, and may have a cover beside page.yaml, as oak.png.",
        ),
    },
    "gallery": {
        "pictures": Rule(is_pictures, "Write a list of pictures that lie beside page.yaml, as [oak.webp, pine.webp]."),
    },
    "campaign": {"starts": DAY, "ends": DAY},
    "practice": {"adopted_by": Rule(is_texts, "Write a list of keys of municipalities, each once.")},
}
FRONT = {
    "title": LINE._replace(required=True),
    "summary": TEXT,
    "of": Rule(
        lambda value: re.fullmatch(r"[0-9a-f]{16}", str(value)) is not None, "Write 16 digits from 0 to f, in quotes."
    ),
    "reviewed": Rule(
        lambda value: (
            isinstance(value, dict)
            and set(value) == {"by", "on"}
            and is_text(value["by"])
            and is_date(str(value["on"]))
        ),
        "Write null, or {by: role, on: 2026-11-24}.",
    ),
}
FRONT_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "event": ("place",),
    "publication": ("authors", "cover_shows"),
    "practice": ("cost", "contact"),
    "campaign": ("slogan",),
}
"""Further texts of a kind, which are translated too."""

LONG = ("cost", "contact")
SECTIONS_OF_KIND: Mapping[str, tuple[str, ...]] = {"practice": ("problem", "done", "evidence")}
"""Parts of a page of a kind, under headings that are ours, in the order in which they are read; none may be missing."""

WORDS_OF_PICTURES = Rule(
    is_words_of_pictures,
    "Write a list; each picture has `file` and `shows`, and may have `caption` and `credit`, of at most "
    f"{', '.join(f'{most} ({name})' for name, most in LONGEST_OF_PICTURE.items())} letters.",
)


def rules_of_page(kind: object) -> Mapping[str, Rule]:
    return {**COMMON, **OF_KIND.get(str(kind), {})}


def rules_of_text(kind: str) -> Mapping[str, Rule]:
    more = {"pictures": WORDS_OF_PICTURES} if kind == "gallery" else {}
    more |= dict.fromkeys(SECTIONS_OF_KIND.get(kind, ()), PARTS)
    return {**FRONT, **{name: TEXT if name in LONG else LINE for name in FRONT_OF_KIND.get(kind, ())}, **more}
