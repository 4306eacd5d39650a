"""Names the app to Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "lapotne.apps.audit"
