"""What no honest file needs: sizes and depths beyond which a text isn't read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from lapotne.adapters.problems import Problem, Said

MOST_BYTES = 8_000_000
DEEPEST = 60
"""Levels of nesting; the format itself needs twelve."""

MOST_VALUES = 1_000_000
"""Values after every alias is followed: a few lines of aliases to aliases would otherwise fill the memory."""

_NOT_A_BRACKET = re.compile(r"[^\[\]{}]+")
_INDENT = re.compile(r"^[ \-?:]*", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_NOT_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def problems_of_text(text: str, file: str) -> Iterator[Problem]:
    """The first reason not to hand this text to the parser, if there is one of its kind."""
    if len(text) > MOST_BYTES:
        yield Problem(
            file,
            1,
            1,
            Said("The file has {count:,} characters.", count=len(text)),
            Said("Split it: {most_bytes:,} are the most.", most_bytes=MOST_BYTES),
        )
    elif found := _NOT_TEXT.search(text):
        line, column = _place(text, found.start())
        message = Said(
            "A control character (U+{found:04X}) stands here, so this isn't a text file.", found=ord(found.group())
        )
        yield Problem(file, line, column, message, Said("Save the file as plain text in UTF-8."))
    elif found := _TAB_INDENT.search(text):
        line, column = _place(text, found.end() - 1)
        yield Problem(
            file, line, column, Said("A tab indents this line."), Said("YAML is indented with spaces: replace the tab.")
        )
    elif (line := _too_deep(text)) > 0:
        yield Problem(
            file,
            line,
            1,
            Said("Values are nested more than {deepest} levels deep.", deepest=DEEPEST),
            Said("Flatten them."),
        )


def decoded(data: bytes, file: str) -> str | Problem:
    """The text of a file's bytes, or why they aren't text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(
            file, line, 1, Said("The file isn't text in UTF-8."), Said("Save it as UTF-8, without compression.")
        )


def _place(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - (text.rfind("\n", 0, position) + 1) + 1


def _too_deep(text: str) -> int:
    """The line that nests too deep, or 0; cheap and rough, for the parser itself would recurse."""
    brackets = _NOT_A_BRACKET.sub("", text)
    steps = (1 if bracket in "[{" else -1 for bracket in brackets)
    depths = accumulate(steps, lambda depth, step: max(0, depth + step))
    if max(depths, default=0) > DEEPEST:
        return 1
    found = next((indent for indent in _INDENT.finditer(text) if len(indent.group()) > 4 * DEEPEST), None)
    return _place(text, found.start())[0] if found else 0
