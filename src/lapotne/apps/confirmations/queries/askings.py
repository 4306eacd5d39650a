"""Whom a town asked, and what came of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q

from lapotne.apps.confirmations.models import Answer, AnswerKind, Asking
from lapotne.apps.municipalities.models import Municipality

REMINDED_AFTER = timedelta(days=7)
MOST_LINKS = 3
"""The first letter and two reminders; after that it is for people to ask."""


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


def to_remind(at: datetime) -> list[Asking]:
    """Those whose letter, and whose wish to be asked later, lie a week back, and that weren't reminded twice yet."""
    before = at - REMINDED_AFTER
    found = Asking.objects.filter(ended_at=None).annotate(
        last=Max("links__at"),
        made=Count("links", distinct=True),
        put_off=Max("answers__at", filter=Q(answers__kind=AnswerKind.LATER)),
    )
    due = found.filter(Q(put_off=None) | Q(put_off__lte=before), last__lte=before, made__lt=MOST_LINKS)
    # What the coordinator handed over by hand isn't ended by a machine.
    by_letter = due.filter(links__ended_at=None, links__mailed_at__isnull=False)
    return list(by_letter.select_related("municipality__country"))
