"""What a document not yet saved would do: to the gaps of a year at once, and once it is adopted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapotne.adapters.mechanism_yaml.reading import check_stored
from lapotne.adapters.problems import Problem
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.coverage.asking import Question, evaluator_for
from lapotne.domain.coverage.what_if import Change, difference
from lapotne.domain.mechanism.adoption import awaits_adoption
from lapotne.domain.mechanism.towns import Mechanism

DAYS_IN_YEAR = 365

type Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Trial:
    """What a document would do. With problems nothing else is known: such a document can't be saved.

    `once_confirmed` is None where a confirmation of the changed entry would change nothing more, `once_adopted`
    where nothing waits for the group or the council.
    """

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    at_once: tuple[Change, ...] = ()
    once_adopted: tuple[Change, ...] | None = None
    once_confirmed: tuple[Change, ...] | None = None


def trial(desk: Desk, document: Raw, agreed: Raw | None = None) -> Trial:
    """Judge a document against what acts now, over the year that begins today.

    `agreed` is the same document once the institution has confirmed what changes.
    """
    found = check_stored(document, desk.acting.checker, above=upper_documents(desk))
    if isinstance(found, list):
        return Trial(problems=tuple(problem for problem in found if problem.is_error))
    acting = desk.would_act(document)
    mechanisms = [desk.mechanism(), desk.mechanism_with(acting)]
    waits = desk.adopted is not None and awaits_adoption(document, desk.adopted.document)
    if waits:
        mechanisms.append(desk.mechanism_with(document))
    if agreed is not None and agreed != document:
        mechanisms.append(desk.mechanism_with(desk.would_act(agreed)))
    at_once, *later = changes(mechanisms, desk.today)
    adopted = later.pop(0) if waits else None
    confirmed = later[0] if later and later[0] != at_once else None
    return Trial((), _new_warnings(desk, found.warnings), at_once, adopted, confirmed)


def _new_warnings(desk: Desk, warnings: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Without those of the document as saved: whoever edits another place needs them not."""
    saved = check_stored(desk.document, desk.acting.checker, above=upper_documents(desk))
    known = {(problem.path, problem.message) for problem in (saved if isinstance(saved, list) else saved.warnings)}
    return tuple(warning for warning in warnings if (warning.path, warning.message) not in known)


def changes(mechanisms: list[Mechanism], today: date) -> list[tuple[Change, ...]]:
    """How each mechanism's gaps differ from those of the first, over the year that begins today."""
    known = reference()
    end = today + timedelta(days=DAYS_IN_YEAR)
    question = Question(tuple(known.needs.values()), tuple(known.profiles.values()), today, end, today)
    evaluator = evaluator_for(mechanisms, question)
    before, *after = evaluator.towns(mechanisms)
    return [tuple(difference(before, town)) for town in after]


def upper_documents(desk: Desk) -> list[Any]:
    """The documents above the town's own, uppermost first."""
    key = desk.municipality.key
    return [known for known in desk.acting.layers_of(key) if known.key != key]
