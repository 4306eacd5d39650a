"""Makes ready to serve: refuses rulebooks with errors, then makes the tables and gives the app's role its rights."""

from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import connections

from lapotne.apps.rulebooks.queries.upkeep import TAG
from lapotne.config.databases import data
from lapotne.config.databases.grants import grant, make_role
from lapotne.config.databases.migrating import as_owner


class Command(BaseCommand):
    help = "Refuse rulebooks with errors; migrate the tables as their owner, and give the app's role its rights."

    def handle(self, *args: Any, **options: Any) -> None:
        # Every start passes here, and a server that runs already would go on without the broken country.
        self.check(tags=[TAG], include_deployment_checks=True)
        make_role(connections[data.OWNER])
        call_command("createcachetable", database=data.OWNER, verbosity=options["verbosity"])
        with as_owner():
            call_command("migrate", database=data.OWNER, interactive=False, verbosity=options["verbosity"])
        grant(connections[data.OWNER], data.rights())
