"""Whom a town asked, and what came of it."""

from __future__ import annotations

from datetime import date

from lapotne.apps.confirmations.models import Answer, AnswerKind, Asking
from lapotne.apps.municipalities.models import Municipality


def newest(municipality: Municipality) -> dict[str, Asking]:
    """By institution the asking last begun, with its links and answers."""
    found = Asking.objects.filter(municipality=municipality).order_by("at", "pk")
    return {one.institution: one for one in found.prefetch_related("links", "answers")}


def open_one(municipality: Municipality, institution: str) -> Asking | None:
    return Asking.objects.filter(municipality=municipality, institution=institution, ended_at=None).first()


def answers(asking: Asking) -> dict[str, Answer]:
    """By entry the answer that counts: one for good before one that puts it off."""
    found = sorted(asking.answers.all(), key=lambda one: one.kind != AnswerKind.LATER)
    return {one.entry: one for one in found}


def answered(asking: Asking) -> set[str]:
    """The entries answered for good."""
    return {entry for entry, one in answers(asking).items() if one.kind != AnswerKind.LATER}


def proposals(municipality: Municipality) -> list[Answer]:
    """Changes that institutions proposed and the town hasn't decided about, the oldest first."""
    found = Answer.objects.filter(asking__municipality=municipality, kind=AnswerKind.CHANGED, decision=None)
    return list(found.select_related("asking__municipality"))


def waiting(municipality: Municipality, today: date) -> tuple[int, int]:
    """How many institutions haven't answered yet, and how many of them are over their day."""
    due = Asking.objects.filter(municipality=municipality, ended_at=None).values_list("due", flat=True)
    return len(due), sum(day < today for day in due)
