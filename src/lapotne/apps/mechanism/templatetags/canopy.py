"""A leaf beside its word: `{% leaf state %}`."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from lapotne.adapters.canopy_picture import leaf_svg
from lapotne.domain.mechanism.states import State

register = template.Library()


@register.simple_tag
def leaf(state: State) -> SafeString:
    """The leaf of a state; the word that says the same stands beside it."""
    return mark_safe(leaf_svg(state))  # noqa: S308 -- drawn by ourselves, no words in it
