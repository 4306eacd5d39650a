"""A town's mechanism as others' formats take it, and what a file brought by hand would be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import caches

from lapotne.adapters.calendar import closures_calendar, closures_of
from lapotne.adapters.csv_tables import gaps_csv, offers_csv
from lapotne.adapters.decoding.days import settled
from lapotne.adapters.hsds import hsds_page
from lapotne.adapters.mechanism_yaml import read_mechanism, write_raw
from lapotne.adapters.problems import Problem
from lapotne.adapters.wording import Wording
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.queries.trials import upper_documents
from lapotne.domain.coverage.asking import Question, ask

DAYS_IN_YEAR = 365


def document_yaml(desk: Desk) -> str:
    """The town's own document as last saved, staff contacts and all; reading it back gives the same document.

    A version never changes, so its text is written once.
    """
    if desk.saved is None or desk.saved.pk is None:
        return write_raw(desk.document)
    text: str = caches["computed"].get_or_set(f"document:{desk.saved.pk}", lambda: write_raw(desk.document))
    return text


def services_json(desk: Desk, language: str) -> str:
    """The public services in HSDS 3.0."""
    page = hsds_page(desk.mechanism(), Wording(language, reference()), today=desk.today)
    return json.dumps(page, ensure_ascii=False, indent=2)


def offers_table(desk: Desk, language: str) -> str:
    return offers_csv([desk.mechanism()], Wording(language, reference()))


def gaps_table(desk: Desk, language: str) -> str:
    """Every gap of the year that begins today."""
    known, first = reference(), desk.today
    needs, profiles = tuple(known.needs.values()), tuple(known.profiles.values())
    question = Question(needs, profiles, first, first + timedelta(days=DAYS_IN_YEAR), first)
    return gaps_csv([ask(desk.mechanism(), question).town], Wording(language, known))


def closures(desk: Desk, language: str, at: datetime) -> bytes:
    return closures_calendar([desk.mechanism()], Wording(language, reference()), at=at)


def closure_count(desk: Desk) -> int:
    return sum(1 for _ in closures_of(desk.mechanism()))


def read_upload(desk: Desk, text: str, file: str) -> Mapping[str, Any] | list[Problem]:
    """The document that a text holds, with real days, or everything that is wrong with it, line by line."""
    found = read_mechanism(text, desk.acting.checker, above=upper_documents(desk), file=file)
    if isinstance(found, list):
        return [problem for problem in found if problem.is_error]
    if found.key != desk.municipality.key:
        message = f"This is the mechanism of `{found.key}`, not of `{desk.municipality.key}`."
        return [Problem(file, _line_of_key(text), 1, message, "Choose the file of this municipality.")]
    raw: Any = settled(found.raw, desk.today)
    return raw


def _line_of_key(text: str) -> int:
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if line.startswith("key:")), 1)
