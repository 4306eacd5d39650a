"""Opening hours as data: a text in OpenStreetMap syntax split into rules that a day can be judged by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]

from lapotne.domain.moments.rules import Join, Rule, rule_of

_QUOTED = re.compile(r'"[^"]*"')
_JOINS = re.compile(r"(; | \|\| |, )")
_TAIL = re.compile(r'^(?P<body>.*?)(?:(?:^| )(?P<state>closed|unknown|open))?(?: ?(?P<comment>"[^"]*"))?$')
_TIMES = re.compile(r"(?:^| )(\(?(?:\d{1,2}:\d{2}|sunrise|sunset|dawn|dusk).*)$")
_UNSIGNED = re.compile(r"\b(PH|easter) (\d+) days?")
_STOPPED = re.compile(r"--> (\d+):(\d+)")
"""Where the parser stopped: line and column, from one."""
_SUN = re.compile(r"sunrise|sunset|dawn|dusk")


class HoursError(ValueError):
    """A text of opening hours that can't be read, or that says what can't be judged here.

    `pattern` and `values` make the sentence, so that it can be said in another language too.
    """

    def __init__(self, pattern: str, **values: str) -> None:
        self.pattern, self.values = pattern, values
        super().__init__(pattern.format(**values))


@dataclass(frozen=True, slots=True)
class Hours:
    """The rules of a text in their order, and whether the text itself speaks of public holidays (rule 4)."""

    text: str
    rules: tuple[Rule, ...]
    settles_holidays: bool


@lru_cache(maxsize=16384)
def read_hours(text: str) -> Hours:
    """The hours that a text in opening_hours syntax means.

    Raises HoursError when the syntax is wrong, or when the text speaks of the sun or of school holidays,
    whose days and minutes nobody here can know.
    """
    canonical = _canonical(text)
    if _SUN.search(_unquoted(canonical)):
        raise HoursError("{text!r} follows the sun; write clock times such as 08:00-17:00.", text=text)
    if re.search(r"\bSH\b", _unquoted(canonical)):
        raise HoursError("{text!r} names school holidays (SH), which differ by school; write the dates.", text=text)
    rules = tuple(_rule(join, part) for join, part in _parts(canonical))
    spoken = _unquoted(text)
    return Hours(text, rules, bool(re.search(r"\bPH\b|24/7", spoken)))


def _canonical(text: str) -> str:
    try:
        # The parser writes "PH +1 day" as "PH 1 days", which it can't read itself.
        return _UNSIGNED.sub(r"\1 +\2 day", str(OpeningHours(text)))
    except ParserError as error:
        raise _unread(text, str(error)) from None


def _unread(text: str, said: str) -> HoursError:
    """Which part the parser stopped at, and how to mend it; its grammar tells nobody anything."""
    found = _STOPPED.search(said)
    line, column = (int(part) for part in found.groups()) if found else (1, 1)
    rest = "\n".join(text.split("\n")[line - 1 :])[column - 1 :].strip()
    if not rest or rest == text:
        return HoursError("{text!r} isn't opening_hours syntax. Write it such as Mo-Fr 08:00-17:00; PH off.", text=text)
    return HoursError(
        "{text!r} isn't opening_hours syntax: {rest!r} can't be read. Write it such as Mo-Fr 08:00-17:00; PH off.",
        text=text,
        rest=rest,
    )


def _unquoted(text: str) -> str:
    return _QUOTED.sub('""', text)


def _parts(canonical: str) -> list[tuple[Join, str]]:
    comments = _QUOTED.findall(canonical)
    pieces = _JOINS.split(_QUOTED.sub('"\0"', canonical))
    parts = []
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        while '"\0"' in piece:
            piece = piece.replace('"\0"', comments.pop(0), 1)
        parts.append((Join(pieces[at - 1].strip()) if at else Join.REPLACES, piece))
    return parts


def _rule(join: Join, part: str) -> Rule:
    body, state, comment = _TAIL.findall(part)[0]
    times = _TIMES.search(body)
    days = (body[: times.start()] if times else body).strip()
    return rule_of(
        join,
        "" if days == "24/7" else days,
        times.group(1) if times else "",
        closes=state == "closed",
        is_certain=state != "unknown" and not comment,
    )
