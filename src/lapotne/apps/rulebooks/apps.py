"""Names the app to Django, brings its menu entries and its check."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from lapotne.apps.rulebooks.queries.upkeep import TAG, law_is_right


class RulebooksConfig(AppConfig):
    name = "lapotne.apps.rulebooks"
    public_menu = ((10, "rulebooks:law", _("Law")),)
    staff_menu = ((70, "rulebooks:law", _("Law")),)

    def ready(self) -> None:
        # Of a deploy only: an error in a rulebook mustn't keep anybody from giving a role or making a backup.
        register(law_is_right, TAG, deploy=True)
