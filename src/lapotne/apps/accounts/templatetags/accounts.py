"""What the pages about accounts say to their script."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

from lapotne.apps.accounts.queries import town_accounts

register = template.Library()


@register.simple_tag
def town_sign_in() -> str:
    return town_accounts.name()


@register.filter
def as_json(value: Any) -> str:
    """For a data attribute: escaped like any other text."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def in_fours(letters: str) -> str:
    """Letters to be typed, in groups that an eye keeps apart."""
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))
