"""Asks an institution, issues the links it answers by, and takes them back."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import actions as audit
from lapotne.apps.confirmations.models import Asking, Link
from lapotne.apps.confirmations.queries.links import digest
from lapotne.apps.municipalities.models import Municipality

ANSWER_WITHIN = timedelta(days=14)
ALIVE_FOR = timedelta(days=30)
TOKEN_BYTES = 32


@transaction.atomic
def ask(*, municipality: Municipality, institution: str, language: str, by: User, at: datetime) -> tuple[Link, str]:
    """The link by which an institution answers, and its token, which nobody can read again.

    One that was asked before and hasn't answered yet gets a new link for the same asking.
    """
    due = timezone.localdate(at + ANSWER_WITHIN)
    asking, is_new = Asking.objects.get_or_create(
        municipality=municipality,
        institution=institution,
        ended_at=None,
        defaults={"language": language, "due": due, "by": by, "at": at},
    )
    if is_new:
        fields = ["institution", "due"]
        audit.record(at=at, by=by, verb="ask_institution", subject=asking, municipality=municipality.key, fields=fields)
    return issue(asking=asking, by=by, at=at)


@transaction.atomic
def issue(*, asking: Asking, by: User | None, at: datetime) -> tuple[Link, str]:
    """A new link, whose token is given once; the one before opens nothing any more."""
    Asking.objects.select_for_update().get(pk=asking.pk)
    _end_links(asking, at)
    token = token_urlsafe(TOKEN_BYTES)
    link = Link.objects.create(asking=asking, digest=digest(token), at=at, expires_at=at + ALIVE_FOR)
    audit.record(at=at, by=by, verb="issue_link", subject=link, municipality=asking.municipality.key)
    return link, token


@transaction.atomic
def withdraw(*, asking: Asking, by: User, at: datetime) -> None:
    """End an asking and its link; what was answered stays."""
    _end_links(asking, at)
    Asking.objects.filter(pk=asking.pk, ended_at=None).update(ended_at=at)
    audit.record(at=at, by=by, verb="withdraw_link", subject=asking, municipality=asking.municipality.key)


def mailed(*, link: Link, at: datetime) -> None:
    """The letter with the link was handed to the mail server."""
    Link.objects.filter(pk=link.pk).update(mailed_at=at)


def _end_links(asking: Asking, at: datetime) -> None:
    Link.objects.filter(asking=asking, ended_at=None).update(ended_at=at)
