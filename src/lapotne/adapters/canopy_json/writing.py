"""Coverage to plain values for JSON; docs/canopy-json.md says what each means."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapotne.domain.coverage.asking import Asked
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.evaluation import worst_hour
from lapotne.domain.coverage.gaps import Gap, gaps_of
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import Span, moment_of
from lapotne.domain.moments.openings import Period

FORMAT = "lapotne-canopy/1"


def canopy_document(asked: Asked) -> dict[str, Any]:
    """The document of one town: its period, and a cell for each need and profile that the need applies to."""
    town, period = asked.town, asked.town.period
    here = town.mechanism.municipality
    hour, minutes = town.worst_hour()
    return {
        "format": FORMAT,
        "municipality": here.key,
        "country": here.country,
        "time_zone": here.time_zone,
        "from": period.first.isoformat(),
        "to": period.end.isoformat(),
        "start": moment(period.start_minute),
        "end": moment(period.end_minute),
        "asked_on": asked.evaluator.asked_on.isoformat(),
        "holidays": [day.isoformat() for day in _holidays_in(period)],
        "worst_hour": _hour(hour, minutes),
        "cells": [_cell(need, profile, cell, period) for need, profile, cell in town.each()],
    }


def moment(minute: int) -> str:
    """A UTC minute as RFC 3339 writes it."""
    return moment_of(minute).strftime("%Y-%m-%dT%H:%M:%SZ")


def _holidays_in(period: Period) -> list[date]:
    return sorted(day for day in period.holidays if period.first <= day < period.end)


def _cell(need: Need, profile: Profile, cell: Cell, period: Period) -> dict[str, Any]:
    measured = cell.measured
    return {
        "need": need.key,
        "profile": profile.key,
        "minutes": {state.name.lower(): measured.minutes[state] for state in State},
        "worst_hour": _hour(*worst_hour(measured.by_hour)),
        "gaps": [_gap(gap) for gap in gaps_of(cell, period)],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    pieces = [{**_span(span), "state": state.name.lower()} for span, state in gap.pieces]
    return {**_span(gap.span), "pieces": pieces}


def _span(span: Span) -> dict[str, str]:
    return {"start": moment(span.start), "end": moment(span.end)}


def _hour(hour: int, minutes: int) -> dict[str, int] | None:
    """The hour of the local week, 0 being Monday 00:00; none when there is no gap."""
    return {"hour_of_week": hour, "gap_minutes": minutes} if minutes else None
