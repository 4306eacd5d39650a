"""What programs are given of the law and may ask, field by field."""

from typing import Any

from ninja import Field, Schema

type Names = dict[str, str]

LANGUAGE = "en or lv; any other is answered in English."
ON = "The day asked about, as 2017-02-01; left out: today."


class Problem(Schema):
    """What is wrong with a request, and how to mend it."""

    detail: str


class CountryOut(Schema):
    country: str = Field(description="ISO 3166-1, lower case.")
    names: Names
    history: bool = Field(description="Shown as history: nobody is to be sent there.")
    entitlements: dict[str, Names] = Field(description="What a person may claim, by key.")
    changed_on: list[str] = Field(description="Days on which what the sources say changed, latest first.")
    open_questions: int = Field(description="How many questions of law no source answers.")
    unchecked: int = Field(description="How many values nobody has compared with their source for a year.")


class SourceOut(Schema):
    title: str
    publisher: str | None
    date: str | None = Field(description="As exactly as the source gives it: a day, a month or a year.")
    address: str | None
    confidence: str = Field(description="archive, verified or invented.")


class StatementOut(Schema):
    value: Any = Field(description="A text, a list, contacts, an amount {number, unit, every, says} or a question.")
    since: str = Field(description="In words, and whose day it is: in force since, last stated, adopted.")
    sources: list[str]
    note: str | None


class ParameterOut(Schema):
    key: str
    topic: str
    name: str
    certain: list[StatementOut] = Field(description="What holds; several where sources stand side by side.")
    possible: list[StatementOut] = Field(description="What may hold instead: nobody knows.")


class RuleOut(Schema):
    rule: str = Field(description="The rule as a sentence.")
    sure: bool = Field(description="False: nobody knows whether it held on that day.")
    since: str
    sources: list[str]
    note: str | None


class EntitlementOut(Schema):
    key: str
    kind: str = Field(description="The same in every country.")
    name: str
    what: str
    rules: list[RuleOut] = Field(description="Empty: no source says what held.")
    gives: list[str] = Field(description="Keys of parameters.")
    decides: str
    ask_anyway: str | None
    then: list[str] = Field(description="Keys of entitlements that may open after.")
    open_questions: list[str]


class LawOut(Schema):
    """One country's law on one day."""

    country: str
    names: Names
    on: str
    history: bool
    note: str | None = Field(description="What a reader must know about the whole.")
    parameters: list[ParameterOut]
    entitlements: list[EntitlementOut]
    sources: dict[str, SourceOut]


class ReasonOut(Schema):
    fact: str
    says: str
    answer: str


class AskOut(Schema):
    fact: str
    question: str


class QuestionOut(Schema):
    key: str
    question: str


class JudgedRuleOut(RuleOut):
    verdict: str


class GivenOut(Schema):
    parameter: str
    name: str
    sure: bool
    values: list[StatementOut]


class DaysOut(Schema):
    least: int
    most: int


class ReminderOut(Schema):
    day: str
    before: int = Field(description="Days before that last day.")
    last_day: str


class ClockOut(Schema):
    """A time that runs from a day that was told; several last days where no source says how to count."""

    runs_from: str
    state: str = Field(description="not_begun, running, may_have_ended, ended or unknown.")
    lasts: list[str]
    last_days: list[str] = Field(description="Every possible last day, earliest first; empty: no source says.")
    used: DaysOut | None = Field(description="Days used; null where it ended before its time.")
    left: DaysOut | None = Field(description="Days left; null where no source says, or where it ended before its time.")
    reminders: list[ReminderOut] = Field(description="Those to come.")
    open_questions: list[QuestionOut]


class VerdictOut(Schema):
    """A no never stands alone: `opens`, `decides` and `ask_anyway` say what would open it, who decides, whom to ask.

    `barred_by` tells what stands in the way where nothing that can change opens it.
    """

    entitlement: str
    kind: str
    name: str
    what: str
    verdict: str = Field(description="yes, no or unknown.")
    reasons: list[ReasonOut]
    ask: list[AskOut] = Field(description="Facts about the person that may still settle it.")
    make_sure: list[AskOut] = Field(description="What nobody told and could undo a yes.")
    clock: ClockOut | None
    open_questions: list[QuestionOut] = Field(description="Questions of law that no source answers.")
    rules: list[JudgedRuleOut]
    first_stated: JudgedRuleOut | None = Field(description="The first rule known, where none was by that day.")
    gives: list[GivenOut]
    opens: str | None
    barred_by: list[ReasonOut]
    decides: list[StatementOut]
    ask_anyway: list[StatementOut] | None
    then: list[str]


class VerdictsOut(Schema):
    """One country's verdicts for one person on one day."""

    format: str
    country: str
    name: str
    on: str
    language: str
    history: bool
    note: str | None
    verdicts: list[VerdictOut]
    sources: dict[str, SourceOut]


class Person(Schema):
    """Facts about somebody; they are used for the answer and kept nowhere."""

    on: str | None = Field(None, description=ON)
    language: str = Field("en", description=LANGUAGE, max_length=8)
    facts: dict[str, Any] = Field(
        default_factory=dict,
        description="By key, as /api/v1/law/facts describes; what is left out, null or unknown is unknown, never no.",
    )
