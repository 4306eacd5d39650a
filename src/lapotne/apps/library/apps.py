"""Names the app to Django, and connects what follows a role that is given and a page that is published."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "lapotne.apps.library"
    staff_menu = ((70, "library:board", _("Texts")),)
    acts = {
        "hand_in_text": _("handed in a text for review"),
        "review_text": _("reviewed a text"),
        "show_page": _("published a page"),
        "hide_page": _("took a page off the site"),
    }

    def ready(self) -> None:
        # Models stand below forms, so the form of all pages is named from here.
        pages, forms = (import_module(f"{self.name}.{part}") for part in ("models", "forms"))
        pages.ContentPage.base_form_class = forms.PageForm
        import_module(f"{self.name}.actions.receiving")
        translated = import_module(f"{self.name}.presenters.translated")
        import_module("wagtail_localize.models").StringTranslation.get_comment = translated.how_translated
