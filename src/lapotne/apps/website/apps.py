"""Names the app to Django and brings its menu entry."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebsiteConfig(AppConfig):
    name = "lapotne.apps.website"
    public_menu = (
        (0, "website:help", _("Who can help now")),
        (30, "website:offer", _("Check a job offer")),
        (40, "website:news", _("News")),
        (50, "website:search", _("Search")),
    )
