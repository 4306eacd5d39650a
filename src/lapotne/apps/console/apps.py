"""Names the app to Django and brings its menu entry."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsoleConfig(AppConfig):
    name = "lapotne.apps.console"
    staff_menu = ((0, "console:start", _("Workspace")),)
