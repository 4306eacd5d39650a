"""Choosing municipalities in the editor, by their names in its language."""

from django.forms import Select
from django.utils import timezone
from django.utils.translation import get_language, gettext

from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.presenters import in_order


class TownSelect(Select):
    """Municipalities of today, then the former ones in a group of their own."""

    def optgroups(self, *given: object, **named: object) -> list[object]:
        today, language = set(municipalities.on(timezone.localdate())), get_language() or "en"
        known = in_order(municipalities.every(), language)
        now, former = ([(town.pk, name) for town, name in known if (town in today) is here] for here in (True, False))
        self.choices = [("", "---------"), *now, *([(gettext("Former municipalities"), former)] if former else [])]
        groups: list[object] = super().optgroups(*given, **named)
        return groups
