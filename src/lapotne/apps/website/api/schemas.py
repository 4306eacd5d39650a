"""What programs are given and may ask, field by field."""

from datetime import date, datetime

from ninja import Field, Schema

type Names = dict[str, str]

NAMES = "By language code; a language may be missing."
STATES = "covered, by_phone, too_far, depends, unconfirmed or nobody: docs/coverage.md, rules 7 to 12."


class Problem(Schema):
    """What is wrong with a request, and how to mend it."""

    detail: str


class MunicipalityOut(Schema):
    key: str = Field(description="Stands in addresses.")
    code: str = Field(description="Official code, ISO 3166-2 in Latvia.")
    names: Names = Field(description=NAMES)
    country: str = Field(description="ISO 3166-1, lower case.")
    time_zone: str = Field(description="IANA time zone, by which hours are judged.")
    has_mechanism: bool = Field(description="Whether its own bodies are kept here; else the country's alone answer.")


class NeedOut(Schema):
    key: str
    names: Names = Field(description=NAMES)
    group: str = Field(description="act, tonight, days or after.")
    within_hours: int = Field(description="Within how many hours it must be met; 0 is at once.")
    kilometres: float | None = Field(description="The most that is tolerated; null: not asked.")
    minutes: int | None = Field(description="The most until an answer that is tolerated; null: not asked.")
    call_meets: bool = Field(description="Whether a telephone call meets it.")
    in_language: bool = Field(description="Whether it must be met in a language the person speaks.")
    proposed: bool = Field(description="True until a source or a decision stands behind these values.")


class ContactOut(Schema):
    kind: str = Field(description="phone, text, email, web, chat or sign_language.")
    value: str
    note: Names = Field(description=NAMES)


class HelperOut(Schema):
    """A body to turn to, by its best way at the moment. Places with a bed are never nearer than a municipality."""

    institution: Names = Field(description="Its name; the kind of body where a name could tell a secret place.")
    institution_type: str
    level: str = Field(description="local, regional or national.")
    service: Names = Field(description=NAMES)
    what: Names = Field(description="What they do for the person, in a sentence.")
    state: str = Field(description=STATES)
    mode: str = Field(description="in_person, phone, remote or on_call.")
    opens_at: datetime | None = Field(description="Null: can be turned to at the moment asked about.")
    until: datetime | None = Field(description="When this ends or changes; null: not within the next fortnight.")
    minutes_to_respond: int | None = Field(description="Null: nobody said.")
    languages: list[str] | None = Field(description="ISO 639-1; null: nobody listed them.")
    confirmed_on: date | None = Field(description="The day somebody last said that it is right; null: nobody has.")
    kilometres: float | None = Field(description="From seat to seat; null: nobody said, or the place is secret.")
    ask_person: list[str] = Field(description="Facts about the person that would settle what is unknown.")
    ask_institution: list[str] = Field(description="What the body hasn't said: hours, places, whom they take.")
    contacts: list[ContactOut] = Field(description="Public contacts only; may be empty.")


class AnswerOut(Schema):
    municipality: str
    need: str
    at: datetime = Field(description="The moment asked about, in the town's own time.")
    emergency: str = Field(description="The number to call first where life is in danger.")
    state: str = Field(description=STATES)
    is_gap: bool = Field(description="Whether nobody surely meets the need in time.")
    applies: bool = Field(description="Whether the need applies to this person at all.")
    now: list[HelperOut] = Field(description="Who can be turned to, best first, unconfirmed last.")
    instead: list[HelperOut] = Field(description="Who can act though they don't meet the need, where nobody does.")
    later: list[HelperOut] = Field(description="Who opens next, soonest first.")
    facts_that_matter: list[str] = Field(description="What about the person can change this answer.")


class Ask(Schema):
    """A question with facts about a person; they are used for the answer and kept nowhere."""

    need: str = Field(description="Key of a need.")
    at: str | None = Field(None, description="The town's local time, as 2026-11-18T03:00; left out: now.")
    facts: dict[str, str | int | list[str]] = Field(
        default_factory=dict,
        description="By attribute, as {sex: male, age: adult, languages: [vi]}; what is left out is unknown.",
    )
