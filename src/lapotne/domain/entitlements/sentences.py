"""Rules as sentences that a lawyer can read, in a reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.conditions import (
    After,
    All,
    AnyOf,
    AtLeast,
    Before,
    Condition,
    Ground,
    Happened,
    Is,
    IsAge,
    Leaf,
    Not,
    Open,
    WithinLast,
)
from lapotne.domain.entitlements.dating import Basis, Dating
from lapotne.domain.entitlements.facts import NEVER, SOMETIME, Fact, FactDefinition
from lapotne.domain.entitlements.opening import plain
from lapotne.domain.entitlements.phrases import counted, phrases, source_day, text
from lapotne.domain.entitlements.rulebook import Amount, Rulebook
from lapotne.domain.mechanism.conditions import AgeRange

_FEW = 2
"""So many values of one fact can stand in one sentence."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A rule as a tree of texts: a heading such as "at least one of these" with its parts, or a single sentence."""

    says: str
    parts: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Speaker:
    """Says rules, facts and days of one rulebook in one language."""

    language: str
    rulebook: Rulebook

    def sentence(self, condition: Condition) -> str:
        """A rule in one sentence, with brackets only where something would be ambiguous."""
        said = self._inline(plain(condition), bare=True)
        # A rule that is a question as a whole ends as one; within a sentence it stands in quotation marks.
        end = "" if said.endswith("?") else "."
        return f"{said[:1].upper()}{said[1:]}{end}"

    def tree(self, condition: Condition) -> Branch:
        """A rule as headings and sentences, for a list that can be read line by line."""
        return self._branch(plain(condition))

    def question(self, key: str) -> str:
        """An open question of law."""
        known = self.rulebook.questions.get(key)
        return text(known.question, self.language) if known else phrases(self.language).questions.get(key, key)

    def ground(self, ground: Ground) -> str:
        """What is the case, as far as it was told."""
        return self.fact(ground.leaf.fact, ground.found)

    def fact(self, key: str, found: Fact | None) -> str:
        """A fact as it was told, or its name where nobody told it."""
        return self._name(key) if found is None else self._found(self.rulebook.facts[key], found)

    def amount(self, amount: Amount) -> str:
        """So much, and of what."""
        said = phrases(self.language)
        every = f" {said.every[amount.every]}" if amount.every else ""
        return said.bounds[amount.bound].format(counted(amount.number, amount.unit, self.language) + every)

    def since(self, dating: Dating) -> str:
        """Since when, and by whose day."""
        said, day = phrases(self.language), dating.day
        basis = said.bases[dating.basis].format(source_day(day, self.language)) if day else ""
        seen = {Basis.STATED: dating.stated_on, Basis.UNDATED: dating.read_by} if dating.adopted_on else {}
        later = (said.bases[kind].format(source_day(day, self.language)) for kind, day in seen.items() if day)
        return ", ".join((basis, *later))

    def _inline(self, condition: Condition, *, bare: bool = False) -> str:
        """A rule within a sentence; only the last group of a sentence can stand without brackets."""
        condition = self._apart(condition)
        if not isinstance(condition, All | AnyOf):
            return self._one(condition, bare=bare)
        if len(condition.parts) == 1:
            return self._inline(condition.parts[0], bare=bare)
        said, last = phrases(self.language), len(condition.parts) - 1
        is_all = isinstance(condition, All)
        parts = [self._inline(part, bare=bare and is_all and at == last) for at, part in enumerate(condition.parts)]
        joined = said.and_.join(parts) if is_all else f"{said.any_of}: {'; '.join(parts)}"
        return joined if bare else f"({joined})"

    def _branch(self, condition: Condition) -> Branch:
        condition = self._apart(condition)
        if not isinstance(condition, All | AnyOf):
            return Branch(self._one(condition, bare=True))
        said = phrases(self.language)
        heading = said.all_of if isinstance(condition, All) else said.any_of
        parts = tuple(self._branch(part) for part in condition.parts)
        return parts[0] if len(parts) == 1 else Branch(heading, parts)

    def _apart(self, condition: Condition) -> Condition:
        """Three values or more of one fact as a list of sentences, which "or" alone would run together."""
        if not isinstance(condition, Leaf) or not isinstance(condition.test, Is):
            return condition
        values = self._values(condition.fact, condition.test)
        if len(values) <= _FEW or not self._have_sentences(condition.fact, values):
            return condition
        return AnyOf(tuple(Leaf(condition.fact, Is(frozenset({value}))) for value in values))

    def _one(self, condition: Condition, *, bare: bool) -> str:
        if isinstance(condition, Open):
            said, question = phrases(self.language), self.question(condition.question)
            return said.open_question.format(question if bare else said.quoted.format(question))
        if isinstance(condition, Not):
            return self._leaf(condition.part, negated=True) if isinstance(condition.part, Leaf) else ""
        return self._leaf(condition, negated=False) if isinstance(condition, Leaf) else ""

    def _leaf(self, leaf: Leaf, *, negated: bool) -> str:
        definition, test = self.rulebook.facts[leaf.fact], leaf.test
        if isinstance(test, Is):
            return self._is(definition, test, negated=negated)
        if isinstance(test, IsAge):
            return self._age(definition, test, negated=negated)
        if isinstance(test, Happened):
            return text(definition.says_not if negated else definition.says, self.language)
        name, said = text(definition.names, self.language), phrases(self.language)
        if isinstance(test, AtLeast):
            return (said.below if negated else said.at_least).format(name, f"{test.number:g}")
        if isinstance(test, WithinLast):
            return (said.not_within if negated else said.within).format(name, self._time(test.parameter))
        return self._order(name, test, negated=negated)

    def _order(self, name: str, test: Before | After, *, negated: bool) -> str:
        said = phrases(self.language)
        other = said.day(test.day) if test.day else said.quoted.format(self._name(test.fact))
        told = (said.before if isinstance(test, Before) else said.after).format(name, other)
        return said.not_.format(told) if negated else told

    def _is(self, definition: FactDefinition, test: Is, *, negated: bool) -> str:
        if test.values <= {True, False}:
            holds = (True in test.values) != negated
            return text(definition.says if holds else definition.says_not, self.language)
        if test.values == {NEVER}:
            return text(definition.says if negated else definition.says_not, self.language)
        said, values = phrases(self.language), self._values(definition.key, test)
        if not negated and not self._have_sentences(definition.key, values):
            names = said.or_.join(text(definition.values[value].names, self.language) for value in values)
            return f"{self._name(definition.key)}: {names}"
        told = [self._value(definition, value, negated=negated) for value in values]
        return (said.and_ if negated else said.or_).join(told)

    def _values(self, fact: str, test: Is) -> list[str]:
        return [value for value in self.rulebook.facts[fact].values if value in test.values]

    def _have_sentences(self, fact: str, values: list[str]) -> bool:
        return all(self.rulebook.facts[fact].values[value].says for value in values)

    def _value(self, definition: FactDefinition, key: str, *, negated: bool) -> str:
        value = definition.values[key]
        whole = value.says_not if negated else value.says
        if whole:
            return text(whole, self.language)
        name = f"{text(definition.names, self.language)}: {text(value.names, self.language)}"
        return phrases(self.language).not_.format(name) if negated else name

    def _age(self, definition: FactDefinition, test: IsAge, *, negated: bool) -> str:
        if test.word:
            return self._value(definition, test.word, negated=negated)
        said = phrases(self.language)
        return (said.below if negated else said.at_least).format(self._name(definition.key), test.ages.start)

    def _time(self, parameter: str) -> str:
        contents = [value.content for value in self.rulebook.parameters[parameter].values]
        # "No longer ago than" is a bound already, so the amount's own would be one too many.
        amounts = dict.fromkeys(
            counted(content.number, content.unit, self.language) for content in contents if isinstance(content, Amount)
        )
        return phrases(self.language).or_.join(amounts) or text(
            self.rulebook.parameters[parameter].names, self.language
        )

    def _name(self, fact: str) -> str:
        return text(self.rulebook.facts[fact].names, self.language)

    def _found(self, definition: FactDefinition, found: Fact) -> str:
        if isinstance(found, bool):
            return text(definition.says if found else definition.says_not, self.language)
        if found in (NEVER, SOMETIME):
            return text(definition.says_not if found == NEVER else definition.says, self.language)
        name = text(definition.names, self.language)
        if isinstance(found, date):
            return f"{name}: {phrases(self.language).day(found)}"
        if isinstance(found, AgeRange):
            return self._found_age(definition, found)
        return self._value(definition, found, negated=False) if isinstance(found, str) else f"{name}: {found:g}"

    def _found_age(self, definition: FactDefinition, found: AgeRange) -> str:
        word = next((key for key, value in definition.values.items() if value.ages == found), "")
        if word:
            return self._value(definition, word, negated=False)
        name = text(definition.names, self.language)
        return f"{name}: {found.start if found.below == found.start + 1 else found}"
