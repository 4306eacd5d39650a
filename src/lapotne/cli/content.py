"""Checks the files of content, and writes the site's texts back into files: `lapotne content check`, `... export`."""

from pathlib import Path
from typing import Annotated

import django
import typer
from django.conf import settings
from django.core.management import CommandError, call_command

from lapotne.adapters.content import read_library
from lapotne.adapters.content.checking import check_library
from lapotne.adapters.problems import has_errors
from lapotne.cli import words
from lapotne.cli.sources import data_root, fail, known_towns, tell

app = typer.Typer(no_args_is_help=True, help="The site's texts as files.")

FolderArgument = Annotated[Path | None, typer.Argument(help="Left out: content/ of this checkout.")]


@app.command()
def check(folder: FolderArgument = None) -> None:
    """Say what is wrong: missing, out of step with its source, linked to nowhere, hard to read."""
    found = folder or data_root() / "content"
    languages = frozenset(code for code, _ in settings.LANGUAGES)
    library = read_library(found, languages, known_towns())
    problems = check_library(library, settings.WRITTEN_LANGUAGES)
    tell(problems)
    texts = sum(len(page.texts) for page in library.pages.values())
    counts = (len(library.pages), "page"), (texts, "text"), (len(problems), "problem")
    typer.echo(f"{', '.join(words.counted(*count) for count in counts)}.")
    if has_errors(problems):
        raise typer.Exit(1)


@app.command()
def export(folder: FolderArgument = None) -> None:
    """Write every text that the public reads into files; what didn't change since it was loaded keeps its bytes."""
    django.setup()
    try:
        call_command("export_content", *([str(folder)] if folder else []))
    except CommandError as error:
        fail(str(error))


@app.command()
def load(
    folder: FolderArgument = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what was changed in the product.")] = False,
    bring_back: Annotated[
        list[str] | None, typer.Option("--bring-back", metavar="KEY", help="Load a page that was deleted here.")
    ] = None,
) -> None:
    """Load the files; what an editor changed here since is kept, what was deleted stays away, and both are told."""
    django.setup()
    try:
        call_command("load_content", *([str(folder)] if folder else []), overwrite=overwrite, bring_back=bring_back)
    except CommandError as error:
        fail(str(error))
