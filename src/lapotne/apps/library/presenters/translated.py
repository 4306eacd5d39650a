"""How the parts of a translation came about, as the translation editor says beside each of them."""

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation

from lapotne.adapters import days
from lapotne.apps.library.actions.segments import FILE


def how_translated(part: StringTranslation) -> str:
    """Its own words have the day in English, and name the tool of what came from our files "file"."""
    day = days.full_day(timezone.localdate(part.updated_at), get_language())
    if part.tool_name == FILE:
        return _("Loaded from a file, {date}").format(date=day)
    if part.tool_name:
        return _("Translated with {tool_name} on {date}").format(tool_name=part.tool_name, date=day)
    if part.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return _("Machine translated on {date}").format(date=day)
    return _("Translated manually on {date}").format(date=day)
