"""Gives somebody a role from the terminal, with an account where there is none yet."""

from getpass import getpass
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, transaction
from django.utils import timezone

from lapotne.apps.accounts import actions, queries
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.municipalities.queries import by_key, country_by_code


class Command(BaseCommand):
    help = "Give somebody a role in a town or a country; opens the account and asks for a password where there is none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("role", choices=RoleKind.values)
        parser.add_argument("place", help="key of a municipality, such as lv-cesis, or a country's code, such as lv")
        parser.add_argument("--institution", default="", help="key of the institution that an editor looks after")

    def handle(self, *args: Any, **options: Any) -> None:
        at, place = timezone.now(), place_of(options["place"])
        name, kind, institution = options["username"], options["role"], options["institution"]
        password = None if queries.by_name(name) else getpass()
        try:
            with transaction.atomic():
                user = queries.by_name(name) or actions.open_account(
                    by=None, at=at, username=name, name=name, password=password
                )
                actions.give_role(by=None, at=at, user=user, kind=kind, institution=institution, **place)
        except IntegrityError as error:
            raise CommandError(why_not(error, name, kind)) from None
        self.stdout.write(f"{name} is now {RoleKind(kind).label} of {options['place']} {institution}".rstrip() + ".")


def place_of(written: str) -> dict[str, Any]:
    if (town := by_key(written)) is not None:
        return {"municipality": town}
    if (country := country_by_code(written)) is not None:
        return {"country": country}
    raise CommandError(f"No municipality or country has the key {written!r}: reference/municipalities/ lists them.")


def why_not(error: IntegrityError, name: str, kind: str) -> str:
    if "role_is_given_once" in str(error):
        return f"{name} has this role already."
    return (
        f"The role {kind} isn't bound to such a place: a coordinator needs a municipality, a national coordinator a "
        "country, an institution editor a place and --institution, a viewer either place alone."
    )
