"""Names the app to Django, brings its menu entries, and connects what is done when somebody signs in."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "lapotne.apps.accounts"
    # Permissions by their words: their module can't be read before models are there.
    staff_menu = (
        (80, "accounts:town_people", _("People"), "town", "accounts.manage_people"),
        (80, "accounts:country_people", _("People"), "country", "accounts.manage_country"),
    )

    def ready(self) -> None:
        import_module(f"{self.name}.actions.receiving")
