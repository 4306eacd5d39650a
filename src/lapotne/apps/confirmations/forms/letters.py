"""Sends the letter with a link, which names the town and nobody; where that fails, the link can be handed over."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from lapotne.apps.confirmations.actions.asking import mailed
from lapotne.apps.confirmations.models import Link
from lapotne.apps.mechanism.presenters.words import clock
from lapotne.apps.municipalities.presenters import name

log = logging.getLogger(__name__)


def send_letter(link: Link, address: str, to: str) -> bool:
    """Whether the mail server took it."""
    if not (settings.SENDS_LETTERS and to):
        return False
    try:
        letter(link, address, to).send()
    except (OSError, SMTPException) as error:
        # Its text may quote the letter, and with it the link.
        log.warning("A letter to an institution wasn't sent: %s", type(error).__name__)
        return False
    mailed(link=link, at=timezone.now())
    return True


def letter(link: Link, address: str, to: str) -> EmailMessage:
    """In the language in which the town asked."""
    asking = link.asking
    with override(asking.language):
        said = {
            "town": str(name(asking.municipality, asking.language)),
            "day": clock.full_day(asking.due),
            "address": address,
        }
        subject = _("%(town)s: are your hours still right?") % said
        body = _(
            "%(town)s keeps a list of who helps when, for people in need and those who work with them. "
            "Please look whether what it says of your institution is still right, by %(day)s. It takes two minutes "
            "and needs no account:\n\n%(address)s\n\nThe link is for your institution alone: please pass it on only to "
            "whoever can answer for it. It ends by itself after 30 days."
        )
        return EmailMessage(subject, body % said, to=[to])
