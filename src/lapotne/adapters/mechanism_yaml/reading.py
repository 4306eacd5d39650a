"""A mechanism file or a stored document read: either whole, or every problem at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lapotne.adapters.checked_text import read_checked
from lapotne.adapters.mechanism_yaml.checking import Above, Checker
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.problems import Problem, has_errors

PASTED = "(text)"
"""The file's name in problems of a text that came without a file."""


def read_mechanism(
    source: Path | str, checker: Checker, *, above: Sequence[Document] | None = None, file: str = ""
) -> Document | list[Problem]:
    """A mechanism from a file (Path) or a text (str): the document, or all its problems; nothing is half loaded.

    Warnings alone don't keep a document out; they ride along in `warnings`.
    """
    return read_below(source, checker, lambda _: above, file=file)


def read_below(source: Path | str, checker: Checker, above: Above, *, file: str = "") -> Document | list[Problem]:
    """The same, with the layers above found from what the file says of itself."""
    stem = source.stem if isinstance(source, Path) else ""
    file = file or (str(source) if isinstance(source, Path) else PASTED)
    checked = read_checked(source, file, lambda raw: checker.faults(raw, above, stem))
    if has_errors(checked.problems):
        return checked.problems
    return Document(checked.raw, tuple(checked.problems), checked.text)


def check_stored(
    raw: Mapping[str, Any], checker: Checker, *, above: Sequence[Document] | None = None, name: str = ""
) -> Document | list[Problem]:
    """The same for a document that is kept as JSON and has no lines: its problems have line 0 and a path."""
    problems = [
        Problem(name or str(raw.get("key", "")), 0, 0, fault.message, fault.mend, fault.severity, fault.path)
        for fault in checker.faults(raw, lambda _: above)
    ]
    if has_errors(problems):
        return problems
    return Document(raw, tuple(problems))
