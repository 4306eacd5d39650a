"""Makes ready to serve: refuses rulebooks with errors, then gives the app role its rights and makes the tables."""

from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import connections

from lapotne.apps.rulebooks.queries.upkeep import TAG
from lapotne.config.migrating import as_owner
from lapotne.config.roles import grant_to_app


class Command(BaseCommand):
    help = "Refuse rulebooks with errors; give the app's role its rights and migrate the tables, as their owner."

    def handle(self, *args: Any, **options: Any) -> None:
        # Every start passes here, and a server that runs already would go on without the broken country.
        self.check(tags=[TAG], include_deployment_checks=True)
        grant_to_app(connections["owner"])
        call_command("createcachetable", database="owner", verbosity=options["verbosity"])
        with as_owner():
            call_command("migrate", database="owner", interactive=False, verbosity=options["verbosity"])
