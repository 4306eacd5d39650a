"""Names the app to Django and brings its menu entries."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MechanismConfig(AppConfig):
    name = "lapotne.apps.mechanism"
    # The app of accounts stands below this one and asks for institutions by this name.
    institution_names = "lapotne.apps.mechanism.queries.institutions.named"
    staff_menu = (
        (10, "mechanism:canopy", _("Canopy"), "town"),
        (20, "mechanism:institutions", _("Institutions"), "town"),
        (30, "mechanism:versions", _("Versions"), "town"),
        (40, "mechanism:protocol", _("Protocol"), "town"),
        (50, "mechanism:files", _("Files"), "town"),
        (60, "mechanism:country", _("Country")),
    )
    acts = {
        "open_mechanism": _("began a mechanism"),
        "save_mechanism": _("saved a version of the mechanism"),
        "adopt_mechanism": _("recorded an adoption"),
    }
