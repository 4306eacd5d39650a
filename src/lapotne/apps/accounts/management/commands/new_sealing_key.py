"""Writes a new sealing key, for LAPOTNE_SEALING_KEYS or the file in its place."""

from typing import Any

from django.core.management import BaseCommand

from lapotne.adapters.sealing import new_key


class Command(BaseCommand):
    help = "Print a new sealing key; docs/guides/run-in-a-town.md says how keys are changed."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(new_key())
