"""Sends a new link to each institution that got one by letter a week ago and hasn't answered."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from lapotne.apps.confirmations.actions.asking import issue
from lapotne.apps.confirmations.forms.letters import send_letter
from lapotne.apps.confirmations.models import Asking
from lapotne.apps.confirmations.queries import askings, entries
from lapotne.apps.mechanism.queries.desks import desk
from lapotne.apps.mechanism.queries.entries import institution


class Command(BaseCommand):
    help = (
        "Remind institutions that haven't answered their link; run it every day. It does nothing without LAPOTNE_MAIL."
    )

    def handle(self, *, verbosity: int, **_options: Any) -> None:
        sent = sum(_remind(one) for one in askings.to_remind(timezone.now())) if settings.SENDS_LETTERS else 0
        if verbosity:
            self.stdout.write(f"reminders: {sent} sent")


def _remind(asking: Asking) -> bool:
    body = institution(desk(asking.municipality, timezone.localdate()), asking.institution)
    to = entries.mail_of(body) if body else ""
    if not to:
        return False
    # A letter that can't go out leaves the link from before alive.
    with transaction.atomic():
        link, token = issue(asking=asking, by=None, at=timezone.now())
        if is_sent := send_letter(link, _address(asking.language, token), to):
            return is_sent
        transaction.set_rollback(True)
    return False


def _address(language: str, token: str) -> str:
    """Nobody's browser asks here, so the site's name comes from the settings."""
    scheme = "https" if settings.HTTPS else "http"
    host = settings.ALLOWED_HOSTS[0].lstrip(".").replace("*", "localhost")
    with override(language):
        return f"{scheme}://{host}{reverse('by_link:entries', args=(token,))}"
