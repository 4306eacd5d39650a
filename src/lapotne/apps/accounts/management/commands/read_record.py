"""Prints the record of acts, all of it or what is asked for, as lines or as a table for a spreadsheet."""

from datetime import date
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from lapotne.adapters.csv_text import csv_text
from lapotne.apps.accounts.forms.record import days
from lapotne.apps.accounts.management.commands.give_role import place_of
from lapotne.apps.accounts.presenters import record as words
from lapotne.apps.accounts.queries import by_name
from lapotne.apps.accounts.queries.record import acts_in, people_by_number
from lapotne.apps.audit import queries
from lapotne.apps.audit.models import Act


class Command(BaseCommand):
    help = "Print who did what, when; the newest first. Only names of fields are kept, never what stood in them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--place", default="", help="a municipality, such as lv-cesis, or a country, such as lv")
        parser.add_argument("--by", default="", help="user name")
        parser.add_argument("--act", default="", help="such as give_role")
        parser.add_argument("--since", type=date.fromisoformat, help="first day, such as 2026-01-31")
        parser.add_argument("--until", type=date.fromisoformat, help="last day")
        parser.add_argument("--limit", type=int, default=queries.PAGE)
        parser.add_argument("--csv", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["limit"] < 1:
            raise CommandError("--limit is the number of acts to show: 1 or more.")
        acts = acts_in(*place_of(options["place"]).values()) if options["place"] else queries.everywhere()
        asked = queries.RecordFilter(
            options["act"], number_of(options["by"]), *days(options["since"], options["until"])
        )
        found = list(queries.matching(acts, asked)[: options["limit"]])
        people = people_by_number(found)
        if options["csv"]:
            self.stdout.write(csv_text(words.HEADER, words.rows(found, people)), ending="")
            return
        for act in found:
            self.stdout.write(line(act, words.username(act, people)))
        if not found:
            self.stdout.write("No act is like that.")


def number_of(username: str) -> int | None:
    if not username:
        return None
    if (user := by_name(username)) is None:
        raise CommandError(f"Nobody has the user name {username!r}.")
    return user.pk


def line(act: Act, by: str) -> str:
    about = f"{act.object_kind} {act.object_id} {','.join(act.fields)}"
    when = f"{act.at:%Y-%m-%d %H:%M:%S} UTC"
    return f"{when}  {by or '-'}  {act.verb}  {act.municipality or '-'}  {about}  {act.reason}".rstrip()
