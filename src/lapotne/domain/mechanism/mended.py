"""Entries as their documents write them, changed by one mend: confirmed, longer open, more people admitted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Fact
from lapotne.domain.mechanism.layers import Raw

LANGUAGES = "languages"
OWN, UNKNOWN = "own", "unknown"
CONFIRMED = ("hours", "on_holidays", "mode", "minutes_to_respond")
"""What a confirmation of an availability is about."""

WHO_IS_TAKEN = ("meets", "area", "eligibility", LANGUAGES)
"""What of an offer decides whom it helps."""


def confirmed(entry: Raw, place: int, *, on: date, by: str, due: date) -> Raw:
    """The entry with one of its availabilities confirmed by a role until a day."""
    word = {"on": on.isoformat(), "by": by, "due": due.isoformat()}
    return _with_availability(entry, place, {"confirmation": word})


def all_confirmed(entry: Raw, *, on: date, by: str, due: date) -> Raw:
    """The entry with every availability confirmed that says its hours."""
    for place, availability in enumerate(entry.get("availabilities") or ()):
        if _says_hours(availability):
            entry = confirmed(entry, place, on=on, by=by, due=due)
    return entry


def has_hours(entry: Raw) -> bool:
    """Whether somebody has said any of its hours, so that they can be confirmed."""
    return any(_says_hours(availability) for availability in entry.get("availabilities") or ())


def without_word(availability: Raw) -> dict[str, Any]:
    """The availability without its confirmation."""
    return {key: value for key, value in availability.items() if key != "confirmation"}


def unconfirmed(entry: Raw) -> Raw:
    """The entry without any confirmation, for what it says now nobody has confirmed."""
    listed = entry.get("availabilities")
    return entry if not listed else {**entry, "availabilities": [without_word(one) for one in listed]}


def also_open(entry: Raw, place: int, hours: str, on_holidays: str | None) -> Raw:
    """The entry open at more hours, reached in the same way; those it had stay, with what was said of them."""
    listed = list(entry.get("availabilities") or ())
    added = {**without_word(listed[place]), "hours": hours, "on_holidays": on_holidays}
    own = {key: value for key, value in added.items() if value is not None and key != "key"}
    return {**entry, "availabilities": [*listed, own]}


def holds(before: Raw, after: Raw) -> bool:
    """Whether what was confirmed of an availability is what it says now; a further closure takes nothing from it."""
    if any(before.get(field) != after.get(field) for field in CONFIRMED):
        return False
    return all(closure in (after.get("closures") or ()) for closure in before.get("closures") or ())


def opens_otherwise(before: Raw, after: Raw) -> bool:
    """Whether an offer that was there opens at other hours now."""
    was, now = ([one.get("hours") for one in entry.get("availabilities") or ()] for entry in (before, after))
    return bool(before) and was != now


def takes_others(before: Raw, after: Raw) -> bool:
    """Whether other people are taken now than those for whom an offer was confirmed."""
    same = all(before.get(field) == after.get(field) for field in WHO_IS_TAKEN)
    return not same or _kinds_of_places(before) != _kinds_of_places(after)


def _kinds_of_places(entry: Raw) -> list[Raw]:
    """How many places there are doesn't matter to who is taken, but for none at all."""
    listed = entry.get("capacity") or ()
    return [{**kind, "count": kind.get("count") != 0, "note": ""} for kind in listed]


def admitting(entry: Raw, facts: Mapping[str, Fact]) -> Raw:
    """The entry taking also whoever these facts describe: each condition widened, a place of their kind added."""
    changed = dict(entry)
    if isinstance(entry.get("eligibility"), Mapping):
        changed["eligibility"] = _widened(entry["eligibility"], facts)
    elif entry.get("eligibility") is not None:
        changed["eligibility"] = None
    if entry.get("capacity"):
        changed["capacity"] = [*entry["capacity"], _place_for(entry["capacity"], facts)]
    spoken = facts.get(LANGUAGES)
    if isinstance(entry.get(LANGUAGES), list) and isinstance(spoken, frozenset):
        changed[LANGUAGES] = [*entry[LANGUAGES], *sorted(spoken - set(entry[LANGUAGES]))]
    return changed


def serving(entry: Raw, home: str, code: str) -> Raw:
    """The entry of a municipality with the code `home` serving another municipality too."""
    area = entry.get("area") or OWN
    codes = area if isinstance(area, list) else [home]
    return {**entry, "area": [*codes, *([code] if code not in codes else [])]}


def _says_hours(availability: Raw) -> bool:
    return availability.get("hours") not in (None, UNKNOWN)


def _with_availability(entry: Raw, place: int, fields: Raw) -> Raw:
    listed = list(entry.get("availabilities") or ())
    changed = {**listed[place], **fields}
    listed[place] = {key: value for key, value in changed.items() if value is not None}
    return {**entry, "availabilities": listed}


def _widened(eligibility: Raw, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """Conditions that these facts don't meet admit them too; what nobody knows of the person is no longer asked."""
    widened = {key: _allowing(value, facts.get(key)) for key, value in eligibility.items()}
    return {key: value for key, value in widened.items() if value is not None}


def _allowing(value: object, fact: Fact | None) -> object:
    if isinstance(value, list) and isinstance(fact, str):
        return value if fact in value else [*value, fact]
    if isinstance(value, list) and isinstance(fact, frozenset):
        return value if fact & set(value) else [*value, *sorted(fact)]
    return None


def _place_for(capacity: list[Raw], facts: Mapping[str, Fact]) -> dict[str, Any]:
    asked = {key for kind in capacity for key in kind if key not in ("count", "note")}
    kind = {key: _as_written(fact) for key, fact in facts.items() if key in asked}
    return {"count": 1, **{key: value for key, value in kind.items() if value is not None}}


def _as_written(fact: Fact) -> object:
    if isinstance(fact, str):
        return [fact]
    if isinstance(fact, AgeRange):
        return "adult" if ADULT.contains(fact) else "child" if CHILD.contains(fact) else None
    return sorted(fact)
