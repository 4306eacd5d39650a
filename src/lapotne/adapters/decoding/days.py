"""Days as files write them: a day, a year, or in a demo counted from the day of loading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

ANY_DAY = date(1970, 1, 1)
"""Stands for today where relative days are refused."""

_RELATIVE = re.compile(r"today(?:([+-]\d+)d)?")


def day_of(written: object, today: date) -> date:
    """The day that a checked value means; a year means its first day."""
    if isinstance(written, int):
        return date(written, 1, 1)
    text = str(written)
    if found := _RELATIVE.fullmatch(text):
        return today + timedelta(days=int(found.group(1) or 0))
    return date.fromisoformat(text)


def day_or_none(raw: Mapping[str, object], key: str, today: date) -> date | None:
    """The day under a key; None where nobody said."""
    written = raw.get(key)
    return None if written is None else day_of(written, today)


def settled(raw: object, today: date) -> object:
    """Plain values with every relative day replaced by the day it means, for keeping what was loaded today."""
    if isinstance(raw, Mapping):
        return {key: settled(value, today) for key, value in raw.items()}
    if isinstance(raw, list):
        return [settled(value, today) for value in raw]
    if isinstance(raw, str) and _RELATIVE.fullmatch(raw):
        return day_of(raw, today).isoformat()
    return raw
