"""Passes a command to Django: `lapotne manage migrate`."""

import typer
from django.core.management import execute_from_command_line


def manage(context: typer.Context) -> None:
    """Any Django command, with its own arguments."""
    execute_from_command_line(["lapotne manage", *context.args])
