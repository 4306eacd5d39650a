"""Shares and hours in words that never round a hole away."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words import clock

MINUTES_IN_HOUR = 60
HUNDRED = 100


def percent(share: float) -> str:
    """A share from 0 to 1: all and nothing are said only where it is exactly so."""
    number = share * HUNDRED
    if 0 < number < 1:
        return _("under 1 %")
    if HUNDRED - 1 < number < HUNDRED:
        return _("over 99 %")
    return _("%(number)s %%") % {"number": clock.number(round(number))}


def hours(minutes: float) -> str:
    """Minutes as a bare number of whole hours; a moment isn't nothing."""
    found = round(minutes / MINUTES_IN_HOUR)
    return _("under 1") if minutes and not found else clock.number(found)
