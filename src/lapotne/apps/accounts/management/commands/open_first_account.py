"""Opens the first account of an installation: a national coordinator, who makes the towns."""

from getpass import getpass
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lapotne.apps.accounts import actions
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.municipalities.queries import country_by_code


class Command(BaseCommand):
    help = "Open the account of a national coordinator; asks for the password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("country", help="two-letter code, such as lv")

    def handle(self, *args: Any, **options: Any) -> None:
        country = country_by_code(options["country"])
        if country is None:
            raise CommandError(f"Country {options['country']!r} is not loaded: run `lapotne load` first.")
        at, name = timezone.now(), options["username"]
        user = actions.open_account(by=None, at=at, username=name, name=name, password=getpass())
        actions.give_role(by=None, at=at, user=user, kind=RoleKind.NATIONAL_COORDINATOR, country=country)
        self.stdout.write(f"{name} may sign in.")
