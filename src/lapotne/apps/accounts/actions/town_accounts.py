"""Writes about a town's own account: its link is taken away."""

from datetime import datetime

from django.db import transaction

from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.queries import town_accounts
from lapotne.apps.audit import actions as audit


class NoOtherWayError(ValueError):
    """Without a password nobody would get in any more."""


@transaction.atomic
def unlink(*, by: User, at: datetime) -> None:
    """Take one's own link away; raises NoOtherWayError where it is the only way in."""
    if not by.has_usable_password():
        raise NoOtherWayError
    town_accounts.of_person(by.pk).delete()
    audit.record(at=at, by=by, verb="unlink_town_account", subject=by)
