"""The days on which something changed, and that texts are compared by what they say."""

from datetime import date

from lapotne.domain.entitlements.changes import changed_parameters
from lapotne.domain.entitlements.changing_days import changing_days
from lapotne.domain.entitlements.dating import Dating, SourceDay
from lapotne.domain.entitlements.rulebook import Amount, Parameter, Rulebook, Text, Value


def day(text: str) -> SourceDay:
    return SourceDay.of(text)


def value(content: object, **days: str) -> Value:
    return Value(content, Dating(**{name: day(text) for name, text in days.items()}))


def book(*values: Value) -> Rulebook:
    return Rulebook("xa", {}, {"length": Parameter("length", "length", {}, values)}, {}, {}, {}, {})


def days_of(rulebook: Rulebook) -> list[str]:
    return [one.day.isoformat() for one in changing_days(rulebook)]


def test_a_change_of_law_is_the_day_of_its_entry_into_force_latest_first():
    law = book(value(Amount(30, "day"), in_force="2017-02-01"), value(Amount(45, "day"), in_force="2024-07-01"))
    assert days_of(law) == ["2024-07-01", "2017-02-01"]


def test_another_source_for_the_same_is_no_change():
    law = book(value(Amount(30, "day"), in_force="2017-02-01"), value(Amount(30, "day"), in_force="2024-07-01"))
    assert days_of(law) == ["2017-02-01"]


def test_a_last_day_is_followed_by_a_change():
    law = book(value(Amount(30, "day"), in_force="2017-02-01", until="2020"))
    assert days_of(law) == ["2021-01-01", "2017-02-01"]


def test_between_two_sources_that_differ_a_change_begins_on_the_day_after_the_first():
    law = book(value(Amount(30, "day"), stated_on="2017-02-01"), value(Amount(45, "day"), stated_on="2024-07-01"))
    assert days_of(law) == ["2024-07-01", "2017-02-02", "2017-02-01"]


def test_texts_are_the_same_when_they_say_the_same():
    law = book(value(Text({"en": "Police"}), in_force="2017-02-01"), value(Text({"en": "Police"}), in_force="2024"))
    (change,) = changed_parameters(law, date(2020, 1, 1), date(2025, 1, 1))
    assert not change.is_new
