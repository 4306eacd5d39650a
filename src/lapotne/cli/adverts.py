"""Tells why the job-offer check finds what it finds: `lapotne adverts explain pl "…"`."""

from __future__ import annotations

import typer

from lapotne.adapters.adverts_yaml import read_adverts
from lapotne.cli.sources import data_root, tell
from lapotne.domain.adverts.examining import examined
from lapotne.domain.adverts.explaining import Reason, reasons
from lapotne.domain.adverts.reading import read
from lapotne.domain.adverts.unmasking import unmasked

app = typer.Typer(no_args_is_help=True, help="Look after the job-offer check.")


@app.callback()
def adverts() -> None:
    """Look after the job-offer check."""


@app.command()
def explain(language: str, text: str) -> None:
    """Print each phrase of a language's rules that stands in a text, and whether it raises its flag or clears it."""
    found = read_adverts(data_root() / "reference" / "adverts")
    if isinstance(found, list):
        tell(found)
        raise typer.Exit(1)
    if language not in found.rules:
        raise typer.BadParameter(f"No rules for “{language}”. There are {', '.join(sorted(found.rules))}.")
    shown = unmasked(text)
    for reason in reasons(examined(read(shown.text), found.rules[language])):
        print(_line(reason, shown.text))


def _line(reason: Reason, text: str) -> str:
    said = " … ".join(text[span.start : span.end] for span in reason.spans)
    return f"{reason.flag}: {reason.effect} by “{reason.phrase}”: {said}"
