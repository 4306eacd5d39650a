"""The page that a link opens: the institution's entries, and what it has answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.apps.confirmations.models import Answer, AnswerKind
from lapotne.apps.confirmations.queries.entries import Entry
from lapotne.apps.mechanism.presenters.editing.institutions import Seen, ShownOffer, public, shown_offer
from lapotne.apps.mechanism.presenters.words import clock
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.domain.mechanism.offers import Contact


@dataclass(frozen=True)
class ShownEntry:
    key: str
    seen: str
    offer: ShownOffer
    contacts: list[Contact]
    answered: str
    is_open: bool
    error: str = ""


def shown(desk: Desk, entry: Entry, answer: Answer | None, error: str = "") -> ShownEntry:
    seen = Seen(desk.today, at_home=False, may_edit=lambda _key: False)
    return ShownEntry(
        key=entry.key,
        seen=entry.digest,
        offer=shown_offer(entry.offer, lambda _layer, _path: "", seen),
        contacts=public(entry.offer.contacts),
        answered=_answered(answer),
        is_open=answer is None or answer.kind == AnswerKind.LATER,
        error=error,
    )


def _answered(answer: Answer | None) -> str:
    if answer is None:
        return ""
    day = {"day": clock.full_day(timezone.localdate(answer.at))}
    if answer.kind == AnswerKind.RIGHT:
        return _("Confirmed on %(day)s. Thank you.") % day
    if answer.kind == AnswerKind.CHANGED:
        return _("You told us what changed on %(day)s. The municipality looks at it. Thank you.") % day
    return _("You will tell us later; you can still answer here.")
