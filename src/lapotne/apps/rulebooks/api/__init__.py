"""The law for programs: the same verdicts as the public pages, as JSON."""

from lapotne.apps.rulebooks.api.routes import router

__all__ = ["router"]
