"""Plain values built from YAML nodes, and the way back from a value's path to its line."""

from __future__ import annotations

from dataclasses import dataclass, field

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lapotne.adapters.problems import Fault, Path, Problem, Said, Step
from lapotne.adapters.yaml_text.limits import DEEPEST, MOST_VALUES
from lapotne.adapters.yaml_text.scalars import has_foreign_tag, scalar

type Entries = dict[Step, tuple[Node, Node]]
"""The keys of a mapping, each with its node and its value's; the last where one stands twice."""


class TooDeepError(ValueError):
    """Values nested beyond the limit, or an alias to a value that holds it."""


class TooManyValuesError(ValueError):
    """Aliases that unfold beyond the limit."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of a text, its nodes, and what was wrong while the values were built."""

    value: object
    root: Node
    marked: tuple[tuple[Node, Fault], ...] = ()
    found: dict[int, Entries] = field(default_factory=dict)

    def problems(self, file: str) -> list[Problem]:
        """What was wrong already in the YAML: keys twice, keys that aren't words, tags."""
        return [_problem(file, fault, *_place(node)) for node, fault in self.marked]

    def located(self, file: str, fault: Fault) -> Problem:
        """A fault as a problem with its line."""
        return _problem(file, fault, *self.place(fault.path, on_key=fault.on_key))

    def place(self, path: Path, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column of the value at a path, or of the nearest value above it that exists."""
        node, key = self.root, self.root
        for step in path:
            below = self._below(node, step)
            if below is None:
                return _place(key)
            key, node = below
        return _place(key if on_key or not isinstance(node, ScalarNode) else node)

    def _below(self, node: Node, step: Step) -> tuple[Node, Node] | None:
        if isinstance(node, MappingNode):
            # Looked up anew for each fault, a file of many faults would take for ever.
            if id(node) not in self.found:
                self.found[id(node)] = {key.value: (key, of) for key, of in node.value if isinstance(key, ScalarNode)}
            return self.found[id(node)].get(step)
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            return node.value[step], node.value[step]
        return None


@dataclass(slots=True)
class _Builder:
    count: int = 0
    marked: list[tuple[Node, Fault]] = field(default_factory=list)

    def value(self, node: Node, path: Path) -> object:
        self.count += 1
        if self.count > MOST_VALUES:
            raise TooManyValuesError
        if len(path) > DEEPEST:
            raise TooDeepError
        if has_foreign_tag(node):
            self.mark(
                node, path, Said("The tag {tag} isn't part of the format.", tag=node.tag), Said("Leave the tag out.")
            )
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return scalar(node) if isinstance(node, ScalarNode) else None

    def mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        first: dict[str, Node] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.mark(
                    key_node,
                    path,
                    Said("A key must be a word, not a list or a mapping."),
                    Said("Put quotes around texts."),
                )
                continue
            key = str(key_node.value)
            if key in values:
                where = Said(
                    "The key `{key}` stands here twice; the first is in line {found}.",
                    key=key,
                    found=_place(first[key])[0],
                )
                self.mark(key_node, (*path, key), where, Said("Keep one of them, or give the second its own key."))
            first.setdefault(key, key_node)
            values[key] = self.value(value_node, (*path, key))
        return values

    def mark(self, node: Node, path: Path, message: str, mend: str) -> None:
        self.marked.append((node, Fault(path, message, mend)))


def tree_of(root: Node) -> Tree:
    """The tree of a parsed text; raises TooDeepError or TooManyValuesError before the memory fills."""
    builder = _Builder()
    value = builder.value(root, ())
    return Tree(value, root, tuple(builder.marked))


def _place(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _problem(file: str, fault: Fault, line: int, column: int) -> Problem:
    return Problem(file, line, column, fault.message, fault.mend, fault.severity, fault.path)
