"""Conditions over facts: all, any, not, and one comparison of one fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.rulebook_yaml.shape.vocabulary import FactWords, LawWords
from lapotne.adapters.shapes.compounds import Either, ListOf
from lapotne.adapters.shapes.days import day
from lapotne.adapters.shapes.kinds import Const, Flag, Kind, Number, Schema, Word, wrong_type
from lapotne.adapters.shapes.spelling import nearest
from lapotne.domain.entitlements.facts import NEVER

GROUPS = ("all", "any", "not", "open_question")
OPERATORS = {
    "yes_no": ("equals",),
    "one_of": ("equals", "one_of"),
    "number": ("equals", "at_least"),
    "age": ("equals", "at_least"),
    "date": ("happened", "equals", "before", "after", "within_last"),
}
"""How a fact of each kind may be compared."""

_ALL_OPERATORS = tuple(dict.fromkeys(operator for operators in OPERATORS.values() for operator in operators))
_MEND = "Write `all: [...]`, `any: [...]`, `not: {...}`, `open_question: key`, or `{fact: key, equals: value}`."


@dataclass(frozen=True)
class ConditionShape:
    """A condition of any depth."""

    words: LawWords
    named: str = "a condition"

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield wrong_type(value, path, self.named, _MEND)
        elif "fact" in value:
            yield from self._comparison(value, path)
        elif len(value) == 1 and next(iter(value)) in GROUPS:
            yield from self._group(*next(iter(value.items())), path)
        else:
            yield self._neither(value, path)

    def _neither(self, value: Mapping[str, Any], path: Path) -> Fault:
        strange = next((key for key in value if key not in GROUPS), None)
        if strange is None:
            return Fault(path, "A condition has one of `all`, `any` and `not`, not several.", "Put one into the other.")
        near = nearest(strange, (*GROUPS, "fact"))
        message = f"`{strange[:60]}` isn't part of a condition."
        return Fault((*path, strange), message, f"Did you mean `{near}`?" if near else _MEND, on_key=True)

    def _group(self, key: str, value: object, path: Path) -> Iterator[Fault]:
        inner = (*path, key)
        if key == "not":
            yield from self.faults(value, inner)
        elif key == "open_question":
            yield from self.words.question.faults(value, inner)
        else:
            yield from ListOf(self, "a list of conditions", least=1).faults(value, inner)

    def _comparison(self, value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
        bad = list(self.words.fact.faults(value["fact"], (*path, "fact")))
        yield from bad
        operators = [key for key in value if key != "fact"]
        if len(operators) != 1:
            mend = f"Write one of: {', '.join(_ALL_OPERATORS)}."
            yield Fault(path, "A comparison says one thing about one fact.", mend)
        elif operators[0] not in _ALL_OPERATORS:
            near = nearest(operators[0], _ALL_OPERATORS)
            mend = f"Did you mean `{near}`?" if near else f"Write one of: {', '.join(_ALL_OPERATORS)}."
            yield Fault((*path, operators[0]), f"`{operators[0][:60]}` isn't a comparison.", mend, on_key=True)
        elif not bad:
            yield from self._operand(str(value["fact"]), operators[0], value[operators[0]], (*path, operators[0]))

    def _operand(self, fact: str, operator: str, operand: object, path: Path) -> Iterator[Fault]:
        known = self.words.facts.get(fact)
        if known is None or known.kind not in OPERATORS:
            # The fact's own kind is wrong, which is told where it stands.
            return
        if operator not in OPERATORS[known.kind]:
            message = f"`{fact}` is a fact of kind {known.kind}, which `{operator}` can't compare."
            yield Fault(path, message, f"Use one of: {', '.join(OPERATORS[known.kind])}.", on_key=True)
            return
        yield from self._operand_kind(fact, known, operator).faults(operand, path)

    def _operand_kind(self, fact: str, known: FactWords, operator: str) -> Kind:
        value = Word(known.values, f"a value of `{fact}`", "rules/facts.yaml")
        if operator == "equals":
            never = Word((NEVER,), "`never` (a day is compared by before and after)")
            number = Number("a number", least=-1_000_000, whole=False)
            return {"yes_no": Flag(), "date": never, "number": number}.get(known.kind, value)
        if operator == "one_of":
            return ListOf(value, f"a list of values of `{fact}`", distinct=True, least=1)
        return {
            "at_least": Number("a number", least=-1_000_000, whole=False),
            "happened": Const(True, "`true`"),  # noqa: FBT003 (the value itself)
            "within_last": self.words.parameter,
        }.get(operator) or Either((_FactOfDay(self.words), day(relative=False)))

    def schema(self) -> Schema:
        inner = {"$ref": "#/$defs/condition"}
        groups: list[Schema] = [
            _only("all", {"type": "array", "items": inner, "minItems": 1}),
            _only("any", {"type": "array", "items": inner, "minItems": 1}),
            _only("not", inner),
            _only("open_question", self.words.question.schema()),
        ]
        comparisons = [self._schema_of(fact, known) for fact, known in self.words.facts.items()]
        return {"title": "condition", "anyOf": [*groups, *comparisons]}

    def _schema_of(self, fact: str, known: FactWords) -> Schema:
        operators = {key: self._operand_kind(fact, known, key).schema() for key in OPERATORS[known.kind]}
        properties = {"fact": {"const": fact}, **operators}
        bounds = {"minProperties": 2, "maxProperties": 2, "additionalProperties": False}
        return {"type": "object", "properties": properties, "required": ["fact"], **bounds}


def _only(key: str, value: object) -> Schema:
    return {"type": "object", "properties": {key: value}, "required": [key], "additionalProperties": False}


@dataclass(frozen=True)
class _FactOfDay:
    """The day of another fact: `{fact: key}`."""

    words: LawWords
    named: str = "{fact: key}"

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, dict) or set(value) != {"fact"}:
            yield wrong_type(value, path, self.named, "Write `{fact: key}` with the key of a date.")
            return
        dates = tuple(key for key, known in self.words.facts.items() if known.kind == "date")
        yield from Word(dates, "a fact that is a date", "rules/facts.yaml").faults(value["fact"], (*path, "fact"))

    def schema(self) -> Schema:
        dates = [key for key, known in self.words.facts.items() if known.kind == "date"]
        return _only("fact", {"enum": dates})
