"""YAML text to a tree of plain values that remembers its lines; never a traceback, whatever the text."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLWarning
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, Event
from ruamel.yaml.nodes import Node

from lapotne.adapters.problems import Problem, Said
from lapotne.adapters.yaml_text.limits import DEEPEST, problems_of_text
from lapotne.adapters.yaml_text.scalars import PlainResolver
from lapotne.adapters.yaml_text.tree import TooDeepError, TooManyValuesError, Tree, tree_of


def read_tree(text: str, file: str) -> tuple[Tree | None, list[Problem]]:
    """The values of a text and all that is wrong with its YAML; no tree where it can't be read at all."""
    if problems := list(problems_of_text(text, file)):
        return None, problems
    root = _composed(text, file)
    if isinstance(root, Problem):
        return None, [root]
    if root is None:
        return None, [Problem(file, 1, 1, Said("The file is empty."), Said("Begin with `lapotne: 1`."))]
    try:
        tree = tree_of(root)
    except TooDeepError:
        return None, [_too_deep(file)]
    except TooManyValuesError:
        message = Said("Its aliases (*name) unfold to more values than any mechanism has.")
        return None, [Problem(file, 1, 1, message, Said("Write the values out."))]
    return tree, tree.problems(file)


def _composed(text: str, file: str) -> Node | Problem | None:
    # With ruamel.yaml.clib installed this parses in C, ten times faster; nodes and their lines are the same.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", YAMLWarning)
            yaml = YAML(typ="safe")
            yaml.Resolver = PlainResolver
            if line := _line_too_deep(yaml.parse(text)):
                return _too_deep(file, line)
            root: Node | None = yaml.compose(text)
    except MarkedYAMLError as error:
        return _syntax_problem(error, file)
    except (YAMLError, YAMLWarning) as error:
        return Problem(
            file, 1, 1, Said("This isn't YAML: {found}.", found=_first_line(error)), Said("Mend the syntax.")
        )
    except (ValueError, AttributeError, AssertionError, IndexError, KeyError, TypeError) as error:
        # Some malformed directives and escapes end in the parser's own bugs; the file is wrong all the same.
        return Problem(
            file, 1, 1, Said("This isn't YAML: {found}.", found=_first_line(error)), Said("Mend the syntax.")
        )
    return root


def _line_too_deep(events: Iterable[Event]) -> int:
    """The line that nests too deep, or 0. Events come one by one; composing recurses in C, which ends the process."""
    depth = 0
    for event in events:
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return int(event.start_mark.line) + 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
    return 0


def _too_deep(file: str, line: int = 1) -> Problem:
    said = Said("Values are nested more than {deepest} levels deep.", deepest=DEEPEST)
    return Problem(file, line, 1, said, Said("Flatten them."))


def _syntax_problem(error: MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = " ".join(part for part in (error.context, error.problem) if part)
    mend = Said("Put texts with a colon, a hash or brackets in quotes, and indent lists and mappings evenly.")
    if "anchor" in said:
        mend = Said("Give each anchor (&name) a name of its own.")
    return Problem(file, max(1, line), max(1, column), Said("This isn't YAML: {said}.", said=said), mend)


def _first_line(error: Exception | Warning) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
