"""Names the app to Django."""

from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    name = "lapotne.apps.municipalities"
