"""What would open a no: the part of a rule that isn't met, with what can't change left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.conditions import (
    All,
    AnyOf,
    Before,
    Condition,
    Context,
    Ground,
    IsAge,
    Leaf,
    Not,
    Open,
    Test,
    judge,
    leaves,
)
from lapotne.domain.entitlements.facts import NEVER, Fact, FactDefinition, FactKind, Facts
from lapotne.domain.mechanism.conditions import AgeRange
from lapotne.domain.verdict import Answer


@dataclass(frozen=True, slots=True)
class Opening:
    """What would have to be so for a no to open; nothing where `barred`, the facts in the way, can't change."""

    needed: Condition | None
    barred: tuple[Ground, ...] = ()


def what_opens(
    condition: Condition, facts: Facts, context: Context, definitions: Mapping[str, FactDefinition]
) -> Opening:
    """The conditions still to be met, as a condition: only what can change, or what the law leaves to be decided."""
    condition, found = plain(condition), _Opening(facts, context, definitions)
    if found.is_barred(condition):
        return Opening(None, tuple(dict.fromkeys(found.bars(condition))))
    return Opening(found.needed(condition))


def plain(condition: Condition, *, negated: bool = False) -> Condition:
    """The same condition with every `not` moved down to a single comparison, where it can be read aloud."""
    if isinstance(condition, Not):
        return plain(condition.part, negated=not negated)
    if isinstance(condition, All | AnyOf):
        parts = tuple(plain(part, negated=negated) for part in condition.parts)
        return All(parts) if isinstance(condition, All) != negated else AnyOf(parts)
    return Not(condition) if negated and isinstance(condition, Leaf) else condition


class _Opening:
    """Works on plain conditions only."""

    def __init__(self, facts: Facts, context: Context, definitions: Mapping[str, FactDefinition]) -> None:
        self.facts, self.context, self.definitions = facts, context, definitions

    def needed(self, condition: Condition) -> Condition:
        """What is lacking in a condition that isn't barred."""
        if isinstance(condition, All):
            lacking = [self.needed(part) for part in condition.parts if not self._is_met(part)]
            return lacking[0] if len(lacking) == 1 else All(tuple(lacking))
        if isinstance(condition, AnyOf):
            needed = [self.needed(part) for part in condition.parts if not self.is_barred(part)]
            return needed[0] if len(needed) == 1 else AnyOf(tuple(needed))
        return condition

    def is_barred(self, condition: Condition) -> bool:
        """Whether a fact that nobody can change, such as an age or a day that has passed, stands in every way."""
        if isinstance(condition, All):
            return any(self.is_barred(part) for part in condition.parts)
        if isinstance(condition, AnyOf):
            return all(self.is_barred(part) for part in condition.parts)
        if isinstance(condition, Open) or judge(condition, self.facts, self.context).answer is not Answer.NO:
            return False
        leaf = next(leaves(condition))
        return not self._can_change(leaf, is_wanted=condition == leaf)

    def bars(self, condition: Condition) -> Iterator[Ground]:
        """What stands in the way of a barred condition."""
        if isinstance(condition, All | AnyOf):
            for part in condition.parts:
                if self.is_barred(part):
                    yield from self.bars(part)
        else:
            yield from judge(condition, self.facts, self.context).grounds

    def _is_met(self, condition: Condition) -> bool:
        return judge(condition, self.facts, self.context).answer is Answer.YES

    def _can_change(self, leaf: Leaf, *, is_wanted: bool) -> bool:
        definition, found = self.definitions[leaf.fact], self.facts[leaf.fact]
        if isinstance(leaf.test, IsAge) and isinstance(found, AgeRange):
            return _can_grow(found, leaf.test.ages, is_wanted=is_wanted)
        if definition.kind is FactKind.DATE:
            return self._may_still_come(leaf.test, found)
        return not definition.fixed

    def _may_still_come(self, test: Test, found: Fact) -> bool:
        if found == NEVER:
            return not (isinstance(test, Before) and test.day and test.day <= self.context.day)
        # What has happened stays as it was; what is only planned may come earlier or later.
        return isinstance(found, date) and found > self.context.day


def _can_grow(found: AgeRange, ages: AgeRange, *, is_wanted: bool) -> bool:
    """Whether growing older is enough: into the ages wanted, or out of those that mustn't be."""
    if not is_wanted:
        return ages.below is not None
    return found.below is not None and found.below <= ages.start
