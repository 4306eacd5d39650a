"""What a person may get by a country's law on a day: the rule as a sentence, what it gives and who decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from lapotne.apps.rulebooks.presenters.parameters import Told, told
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.presenters.statements import Behind, grounds, once
from lapotne.domain.entitlements.conditions import Open
from lapotne.domain.entitlements.dating import Standing
from lapotne.domain.entitlements.judging import Given
from lapotne.domain.entitlements.rulebook import Amount, Entitlement, Version
from lapotne.domain.entitlements.sentences import Branch


@dataclass(frozen=True, slots=True)
class Rule(Behind):
    """A rule that stands or may stand; `lines` is the same as a list where it has more than one condition.

    `is_open`: no source says the rule, and the sentence is the question.
    """

    sentence: str
    lines: Branch | None
    is_open: bool = False

    @property
    def is_nested(self) -> bool:
        """Whether the sentence holds brackets within brackets, which only its lines can tell clearly."""
        return self.lines is not None and is_nested(self.sentence)

    @property
    def lines_listed(self) -> SafeString:
        return listed(self.lines) if self.lines else SafeString()


@dataclass(frozen=True, slots=True)
class Right:
    """An entitlement on a day. `past` are all its rules as they came, `later` the first known where none was yet."""

    key: str
    kind: str
    name: str
    what: str
    amount: str
    rules: tuple[Rule, ...]
    later: Rule | None
    gives: tuple[Told, ...]
    decides: Told | None
    then: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    past: tuple[Rule, ...]

    @property
    def is_doubtful(self) -> bool:
        """Whether several rules are shown because nobody knows which holds."""
        return len(self.rules) > 1 and not all(rule.grounds.is_certain for rule in self.rules)


def is_nested(sentence: str) -> bool:
    """Whether brackets stand within brackets."""
    steps = ({"(": 1, ")": -1}.get(letter, 0) for letter in sentence)
    return max(accumulate(steps), default=0) > 1


def listed(branch: Branch) -> SafeString:
    """A rule line by line, with a list under each heading."""
    if not branch.parts:
        return escape(branch.says)
    parts = format_html_join("", "<li>{}</li>", ((listed(part),) for part in branch.parts))
    return format_html('<span class="branch">{}:</span><ul>{}</ul>', branch.says, parts)


def rights(day: date, reader: Reader) -> tuple[Right, ...]:
    return tuple(right(entitlement, day, reader) for entitlement in reader.book.entitlements.values())


def right(entitlement: Entitlement, day: date, reader: Reader) -> Right:
    """What stands on a day; that of today is asked for again and again."""
    if day != reader.today:
        return _right(entitlement, day, reader)
    return reader.told_once(("right", entitlement.key), lambda: _right(entitlement, day, reader))


def _right(entitlement: Entitlement, day: date, reader: Reader) -> Right:
    book, stands = reader.book, entitlement.on(day)
    return Right(
        key=entitlement.key,
        kind=entitlement.kind,
        name=reader.say(entitlement.names),
        what=reader.say(entitlement.what),
        amount=amount(entitlement, day, reader),
        rules=standing_rules(stands, reader),
        later=rule(stands.later, reader) if stands.gap and not stands.possible and stands.later else None,
        gives=tuple(told(book.parameters[key], day, reader) for key in entitlement.gives),
        decides=told(book.parameters[entitlement.decides], day, reader) if entitlement.decides else None,
        then=tuple((key, reader.say(book.entitlements[key].names)) for key in entitlement.then),
        questions=tuple(reader.speaker.question(key) for key in entitlement.questions),
        past=rules(entitlement.versions, reader),
    )


def amount(entitlement: Entitlement, day: date, reader: Reader) -> str:
    """How much may be given: 180 days, or 6 months or 180 days where nobody knows which."""
    given = (Given(key, reader.book.parameters[key].on(day)) for key in entitlement.gives)
    return amounts((found for one in given for found in one.amounts), reader)


def amounts(found: Iterable[Amount], reader: Reader) -> str:
    """Amounts of one unit are readings of one thing; another unit is another thing."""
    by_unit: dict[tuple[str, str], list[str]] = {}
    for one in found:
        by_unit.setdefault((one.every, _kind(one)), []).append(reader.speaker.amount(one))
    joined = (" / ".join(dict.fromkeys(said)) for said in by_unit.values())
    return ", ".join(joined)


def has_course(entitlement: Entitlement) -> bool:
    """Whether it runs from a day of its own, so that a timeline can be drawn."""
    return entitlement.clock is not None and bool(entitlement.clock.starts)


def standing_rules(stands: Standing[Version], reader: Reader) -> tuple[Rule, ...]:
    """The rules that stand or may stand, each sentence once."""
    found = (*rules(stands.sure, reader), *rules(stands.possible, reader, is_certain=False))
    return once(found, says=lambda one: one.sentence)


def rules(versions: Iterable[Version], reader: Reader, *, is_certain: bool = True) -> tuple[Rule, ...]:
    return tuple(rule(version, reader, is_certain=is_certain) for version in versions)


def rule(version: Version, reader: Reader, *, is_certain: bool = True) -> Rule:
    # A version lives as long as its rulebook, and so as long as its reader.
    return reader.told_once(("rule", id(version), is_certain), lambda: _rule(version, reader, is_certain=is_certain))


def _rule(version: Version, reader: Reader, *, is_certain: bool) -> Rule:
    behind = grounds(version, reader, is_certain=is_certain)
    if isinstance(version.when, Open):
        return Rule(reader.speaker.question(version.when.question), None, grounds=behind, is_open=True)
    lines = reader.speaker.tree(version.when)
    return Rule(reader.speaker.sentence(version.when), lines if lines.parts else None, grounds=behind)


def _kind(amount: Amount) -> str:
    return "time" if amount.unit in ("day", "week", "month", "year") else amount.unit
