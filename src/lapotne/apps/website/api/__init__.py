"""Who can help now, for programs: the same answers as the public pages, as JSON with its OpenAPI document."""

from lapotne.apps.website.api.routes import api

__all__ = ["api"]
