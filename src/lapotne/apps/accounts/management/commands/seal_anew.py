"""Seals with the first key what an older one sealed, so that the older one can go."""

from typing import Any

from django.core.management import BaseCommand

from lapotne.apps.accounts.actions import second_factors


class Command(BaseCommand):
    help = "Seal the second factors with the first of the sealing keys; then the others can be taken away."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = second_factors.seal_anew()
        if options["verbosity"]:
            self.stdout.write(f"{changed} sealed anew. The first key opens everything now.")
