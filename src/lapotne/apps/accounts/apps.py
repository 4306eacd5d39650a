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
    acts = {
        "open_account": _("opened an account"),
        "give_role": _("gave a role"),
        "take_role": _("took a role away"),
        "end_session": _("ended one of their sessions"),
        "end_sessions": _("ended all sessions of somebody"),
        "add_second_factor": _("set up a second factor"),
        "remove_second_factor": _("removed a second factor"),
        "reset_second_factor": _("reset somebody’s second factor"),
        "use_recovery_code": _("signed in with a recovery code"),
        "renew_recovery_codes": _("made new recovery codes"),
        "link_town_account": _("linked an account of the town"),
        "unlink_town_account": _("unlinked an account of the town"),
    }

    def ready(self) -> None:
        import_module(f"{self.name}.actions.receiving")
