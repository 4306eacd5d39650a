"""Shows a draft as its readers will see it, and days as they write them."""

from datetime import date

from django import template
from django.utils.translation import get_language

from lapotne.adapters import days
from lapotne.apps.library.models import ContentPage, EventPage
from lapotne.apps.library.presenters.happening import moments
from lapotne.apps.library.presenters.shown import Shown, drafted

register = template.Library()


@register.simple_tag
def draft(page: ContentPage) -> Shown:
    return drafted(page)


@register.filter(expects_localtime=True)
def full_day(day: date | None) -> str:
    """`18 November 2026` in the reader's language."""
    return days.full_day(days.day_of(day), get_language()) if day else ""


@register.simple_tag
def when(page: EventPage) -> str:
    """`13–18 October 2017`, `18 October 2017, 10:00–12:00`."""
    return days.when(*moments(page), get_language())
