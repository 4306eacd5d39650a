"""Shows a draft as its readers will see it, days as they write them, and of the editor what is open to its reader."""

import json
from datetime import date
from typing import Any

from django import forms, template
from django.utils.translation import get_language
from wagtail.models import Page

from lapotne.adapters import days
from lapotne.apps.library.models import ContentPage, EventPage
from lapotne.apps.library.presenters.happening import moments
from lapotne.apps.library.presenters.shown import Shown, drafted
from lapotne.apps.library.queries import translating

register = template.Library()


@register.simple_tag
def draft(page: ContentPage) -> Shown:
    return drafted(page)


@register.filter(expects_localtime=True)
def full_day(day: date | None) -> str:
    """`18 November 2026` in the reader's language."""
    return days.full_day(days.day_of(day), get_language()) if day else ""


@register.filter
def day_of_source(text: str) -> str:
    """`9 March 2016`, `March 2016` or `2016` in the reader's language, of what a file says of its source."""
    return days.day_month_or_year(str(text), get_language())


@register.simple_tag
def when(page: EventPage) -> str:
    """`13–18 October 2017`, `18 October 2017, 10:00–12:00`."""
    return days.when(*moments(page), get_language())


@register.simple_tag(takes_context=True)
def offer_own_languages(context: template.Context) -> str:
    """The form that begins translations, left with those which its reader may begin."""
    form, asker = context["form"], context["request"].user
    open_to_all = form.fields["locales"].queryset
    own = [one.pk for one in translating.languages_to_begin(asker, context["view"].object)]
    form.fields["locales"].queryset = open_to_all.filter(pk__in=own)
    if len(own) == 1:
        form.fields["select_all"].widget = forms.HiddenInput()
    return ""


@register.simple_tag(takes_context=True)
def offer_publishing(context: template.Context) -> str:
    """The form that brings translations up to date, without publishing for whoever may not."""
    if not translating.publishes_all(context["request"].user, {"translation_source_id": context["view"].object.pk}):
        context["form"].fields.pop(translating.PUBLISHING, None)
    return ""


@register.simple_tag(takes_context=True)
def offer_what_leads_on(context: template.Context) -> str:
    """The translation editor, drawn by a script from what stands here, without buttons that would be refused."""
    asker, page, said = context["request"].user, context["instance"], json.loads(context["props"])
    said["links"] = {
        name: address if address and translating.leads_on(asker, address) else None
        for name, address in said["links"].items()
    }
    said["perms"]["canPublish"] = translating.may_publish(asker, page, page.locale)
    context["props"] = json.dumps(said)
    return ""


@register.filter
def unfolded_by(alias: Page, asker: Any) -> bool:
    return translating.unfolds(asker, alias)


@register.filter
def handed_in_by(page: Page, asker: Any) -> bool:
    return translating.hands_in(asker, page)
