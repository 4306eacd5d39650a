"""Resets somebody's second factor from the terminal: for the day when nobody else may."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lapotne.apps.accounts import queries
from lapotne.apps.accounts.actions import second_factors


class Command(BaseCommand):
    help = "Take somebody's second factors away and end their sessions; the reason goes into the record of acts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("reason", help="why, such as 'telephone lost, came by in person'")

    def handle(self, *args: Any, **options: Any) -> None:
        user = queries.by_name(options["username"])
        if user is None:
            raise CommandError(f"Nobody has the user name {options['username']!r}.")
        reason = options["reason"].strip()
        if not reason:
            raise CommandError("Say why: the reason goes into the record of acts.")
        taken = second_factors.reset(by=None, at=timezone.now(), user=user, reason=reason)
        self.stdout.write(f"{user.username} sets up a new second factor at the next sign-in ({taken} taken away).")
