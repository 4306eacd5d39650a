"""Which institutions a place has: the app that keeps them stands above this one and names a function."""

from django.apps import apps
from django.utils.module_loading import import_string

from lapotne.apps.municipalities.models import Municipality

Named = list[tuple[str, str]]


def named(municipality: Municipality, language: str) -> Named:
    """Key and name of each, by `institution_names` of an AppConfig: a function with these two arguments."""
    paths = (getattr(config, "institution_names", None) for config in apps.get_app_configs())
    return [pair for path in paths if path for pair in import_string(path)(municipality, language)]
