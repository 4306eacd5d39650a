"""Writes anew what a search finds, and learns the forms of words that are new."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from lapotne.apps.library.actions.indexing import index_everything


class Command(BaseCommand):
    help = "Bring the search in step with what is public; run it every hour, so that new words are found in all forms."

    def handle(self, *, verbosity: int, **_options: Any) -> None:
        new = index_everything(today=timezone.localdate())
        if verbosity:
            self.stdout.write(f"search: {new} new words")
