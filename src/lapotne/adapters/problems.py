"""What is wrong with a file, where it stands and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

type Step = str | int
"""A key of a mapping or a position in a list."""

type Path = tuple[Step, ...]


class Said(str):
    """A sentence of ours about a file: English as a text, and its pattern and values for other languages.

    Without values the pattern is the text as it stands, braces included.
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, **values: object) -> Said:
        made = super().__new__(cls, pattern.format(**values) if values else pattern)
        made.pattern, made.values = pattern, values
        return made


class Severity(StrEnum):
    """An error keeps the file out; a warning rides along."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a value, before anybody looked up where it stands in the file."""

    path: Path
    message: str
    mend: str = ""
    severity: Severity = Severity.ERROR
    on_key: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault with its place: line and column count from 1; a document without a file has line 0."""

    file: str
    line: int
    column: int
    message: str
    mend: str = ""
    severity: Severity = Severity.ERROR
    path: Path = field(default=(), compare=False)

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        mend = f" {self.mend}" if self.mend else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}{mend}"


class FileProblemsError(ValueError):
    """A file that can't be used; `problems` says all that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def has_errors(problems: list[Problem]) -> bool:
    return any(problem.is_error for problem in problems)
