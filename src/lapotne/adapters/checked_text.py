"""A text read and checked against its shape: its values, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lapotne.adapters.problems import Fault, Problem, Said, Step
from lapotne.adapters.shapes.kinds import Kind
from lapotne.adapters.yaml_text.limits import MOST_BYTES, decoded
from lapotne.adapters.yaml_text.reading import read_tree
from lapotne.adapters.yaml_text.tree import Tree

MOST_PROBLEMS = 1_000
"""Errors told of one file: nobody mends more at once, and no page holds a million."""

type Check = Callable[[Mapping[str, object]], Iterator[Fault]]


@dataclass(frozen=True)
class CheckedText:
    """What a text holds and all problems found; `raw` is empty where it isn't a mapping."""

    raw: Mapping[str, object]
    problems: list[Problem]
    text: str = ""
    tree: Tree | None = None

    def line_of(self, path: tuple[Step, ...]) -> int:
        """The line in which a value stands, or 1 where the text couldn't be read."""
        return self.tree.place(path)[0] if self.tree else 1


def read_checked(source: Path | str, file: str, check: Check) -> CheckedText:
    """Read a file (Path) or a text (str) and run a check over its values; problems come in the order of lines."""
    text = _text_of(source, file)
    if isinstance(text, Problem):
        return CheckedText({}, [text])
    tree, problems = read_tree(text, file)
    if tree is None:
        return CheckedText({}, problems, text)
    if not isinstance(tree.value, dict):
        message = Said("The file isn't a mapping of keys.")
        return CheckedText({}, [*problems, Problem(file, 1, 1, message, Said("Begin with `lapotne: 1`."))], text)
    problems += [tree.located(file, fault) for fault in check(tree.value)]
    return CheckedText(tree.value, _those_to_tell(sorted(set(problems))), text, tree)


def _those_to_tell(problems: list[Problem]) -> list[Problem]:
    errors = [problem for problem in problems if problem.is_error]
    if len(errors) <= MOST_PROBLEMS:
        return problems
    last = errors[MOST_PROBLEMS]
    further = Problem(
        last.file, last.line, 1, Said("More is wrong than is listed here."), Said("Mend these, then check again.")
    )
    return [*errors[:MOST_PROBLEMS], further]


def check_with(kind: Kind) -> Check:
    """The check of a shape alone."""
    return lambda raw: kind.faults(raw, ())


def _text_of(source: Path | str, file: str) -> str | Problem:
    if isinstance(source, str):
        return source
    try:
        if source.stat().st_size > MOST_BYTES:
            return Problem(
                file,
                1,
                1,
                Said("The file is too large to be read."),
                Said("{most_bytes:,} bytes are the most.", most_bytes=MOST_BYTES),
            )
        return decoded(source.read_bytes(), file)
    except OSError as error:
        return Problem(
            file,
            1,
            1,
            Said("The file can't be read: {strerror}.", strerror=error.strerror),
            Said("Check its name and its permissions."),
        )
