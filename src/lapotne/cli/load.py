"""Loads mechanisms, reference data, the content of the site and, where asked for, the demo: `lapotne load`."""

from pathlib import Path
from typing import Annotated

import django
import typer
from django.core.management import CommandError, call_command
from django.db import DatabaseError


def load(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; left out: all of this checkout.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace edits made in the product.")] = False,
) -> None:
    """Load data files into the database; an edit made in the product is kept, and the difference told."""
    django.setup()
    try:
        call_command("load_all", *map(str, files or []), overwrite=overwrite)
        if not files:
            call_command("load_content", overwrite=overwrite)
    except CommandError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except DatabaseError as error:
        first_line = str(error).partition("\n")[0]
        typer.echo(
            f"The database isn't ready: {first_line}. Run `lapotne manage prepare_database`, then load.", err=True
        )
        raise typer.Exit(1) from None
