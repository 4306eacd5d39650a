"""The days of a value from its checked writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapotne.domain.entitlements.dating import Dating, SourceDay


def dating_of(raw: Mapping[str, Any]) -> Dating:
    """The days of a value; none at all means that it always stands."""
    days = ("in_force", "stated_on", "adopted_on", "read_by", "speaks_of", "until")
    return Dating(**{key: source_day(raw.get(key)) for key in days}, beside=raw.get("beside") is True)


def source_day(written: object) -> SourceDay | None:
    """The day that a checked value means; None where nobody said."""
    return None if written is None else SourceDay.of(str(written))
