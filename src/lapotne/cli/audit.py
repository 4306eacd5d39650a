"""Prints the record of acts: `lapotne audit --place lv-cesis --since 2026-01-01`."""

from typing import Annotated

import django
import typer
from django.core.management import CommandError, call_command


def audit(
    place: Annotated[str, typer.Option(help="A municipality, such as lv-cesis, or a country, such as lv.")] = "",
    by: Annotated[str, typer.Option(help="User name.")] = "",
    act: Annotated[str, typer.Option(help="Such as give_role.")] = "",
    since: Annotated[str, typer.Option(help="First day, such as 2026-01-31.")] = "",
    until: Annotated[str, typer.Option(help="Last day.")] = "",
    limit: Annotated[int, typer.Option(help="How many, the newest first.")] = 100,
    csv: Annotated[bool, typer.Option("--csv", help="As a table for a spreadsheet.")] = False,
) -> None:
    """Print who did what, when, from the record of acts."""
    django.setup()
    asked = {"--place": place, "--by": by, "--act": act, "--since": since, "--until": until, "--limit": str(limit)}
    flags = ["--csv"] if csv else []
    try:
        call_command("read_record", *(f"{name}={value}" for name, value in asked.items() if value), *flags)
    except CommandError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
