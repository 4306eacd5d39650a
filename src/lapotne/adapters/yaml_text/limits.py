"""What no honest file needs: sizes and depths beyond which a text isn't read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lapotne.adapters.problems import Problem, Said

MOST_BYTES = 8_000_000
DEEPEST = 60
"""Levels of nesting; the format itself needs twelve."""

MOST_VALUES = 1_000_000
"""Values after every alias is followed: a few lines of aliases to aliases would otherwise fill the memory."""

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
