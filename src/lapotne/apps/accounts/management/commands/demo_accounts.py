"""Prints who can sign in to the demo."""

from typing import Any

from django.core.management import BaseCommand

from lapotne.apps.accounts import queries
from lapotne.apps.accounts.management.commands.load_demo_accounts import PASSWORD


class Command(BaseCommand):
    help = "Print the demo accounts and their password."

    def handle(self, *args: Any, **options: Any) -> None:
        people = list(queries.demo_people().prefetch_related("roles"))
        for person in people:
            kinds = ", ".join(str(role.get_kind_display()) for role in person.roles.all())
            self.stdout.write(f"  {person.username:<20} {PASSWORD:<18} {kinds}")
