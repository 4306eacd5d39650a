"""The coordinator's board: whom to ask, who was asked, who answered, and what they propose."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lapotne.apps.confirmations.models import Answer, Asking
from lapotne.apps.confirmations.queries import askings, entries
from lapotne.apps.mechanism.presenters.words import clock, offers
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.domain.coverage.findings import to_confirm


@dataclass(frozen=True)
class Row:
    """An institution and where asking it stands; `mail` only where a letter could go out."""

    key: str
    name: str
    to_confirm: int
    state: str
    is_open: bool
    is_late: bool
    mail: str


@dataclass(frozen=True)
class Proposal:
    number: int
    institution: str
    entry: str
    words: str
    day: str
    address: tuple[str, str, str]


def rows(desk: Desk, known: dict[str, Asking]) -> list[Row]:
    """First who is late, then who has the most to confirm."""
    counts: dict[str, int] = {}
    for one in to_confirm(desk.mechanism(), desk.today):
        counts[one.offer.institution.key] = counts.get(one.offer.institution.key, 0) + 1
    place = alphabetical(get_language() or "en")
    found = [_row(desk, one, known.get(one.key), counts.get(one.key, 0)) for one in entries.institutions(desk)]
    return sorted(found, key=lambda row: (not row.is_late, -row.to_confirm, place(row.name)))


def _row(desk: Desk, body: object, asking: Asking | None, count: int) -> Row:
    is_open = asking is not None and asking.ended_at is None
    return Row(
        key=body.key,
        name=offers.institution(body),
        to_confirm=count,
        state=_state(desk, asking),
        is_open=is_open,
        is_late=is_open and asking.due < desk.today,
        mail=entries.mail_of(body) if settings.SENDS_LETTERS else "",
    )


def _state(desk: Desk, asking: Asking | None) -> str:
    if asking is None:
        return _("not asked yet")
    asked = clock.full_day(timezone.localdate(asking.at))
    if asking.ended_at is not None:
        answered = bool(askings.answered(asking))
        words = _("asked on %(day)s, answered") if answered else _("asked on %(day)s, taken back")
        return words % {"day": asked}
    late = asking.due < desk.today
    words = _("asked on %(day)s, no answer by %(due)s") if late else _("asked on %(day)s, answer due by %(due)s")
    return words % {"day": asked, "due": clock.full_day(asking.due)}


def proposal(desk: Desk, answer: Answer) -> Proposal:
    section, key = answer.entry.split("/")
    path = ("institutions", answer.asking.institution, section, key)
    found = {one.path: one.offer for one in entries.asked(desk, answer.asking.institution)}.get(path)
    return Proposal(
        number=answer.pk,
        institution=offers.institution(found.institution) if found else answer.asking.institution,
        entry=offers.offer(found) if found else key,
        words=answer.words,
        day=clock.full_day(timezone.localdate(answer.at)),
        address=path[1:] if found else (),
    )
