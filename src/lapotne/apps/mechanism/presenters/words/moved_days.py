"""The years whose moved working days aren't announced yet, as a notice names them (coverage.md rule 3)."""

from __future__ import annotations

from datetime import date

from lapotne.domain.moments.public_holidays import years_without_moved_days


def unannounced(country: str, first: date, end: date) -> str:
    """The years among these days whose moved days off nobody has announced yet; empty when there are none."""
    return ", ".join(map(str, years_without_moved_days(country, first, end)))
