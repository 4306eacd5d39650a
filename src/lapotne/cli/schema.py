"""Prints the JSON Schema of a kind of file: `lapotne schema mechanism`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from lapotne.adapters.reference_yaml import read_reference
from lapotne.adapters.rulebook_yaml.schemas import LAW_SCHEMAS, law_schema_of
from lapotne.adapters.schemas import SCHEMAS, schema_of
from lapotne.cli.law import rulebooks_of
from lapotne.cli.sources import ReferenceOption, default_reference, fail, tell


def schema(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join((*SCHEMAS, *LAW_SCHEMAS))}.")],
    reference: ReferenceOption = None,
) -> None:
    """The schema (draft 2020-12), with the words that the reference knows today."""
    if kind in LAW_SCHEMAS:
        print(json.dumps(law_schema_of(kind, rulebooks_of(None)), ensure_ascii=False, indent=2))
        return
    if kind not in SCHEMAS:
        fail(f"No file is of the kind {kind!r}. There are: {', '.join((*SCHEMAS, *LAW_SCHEMAS))}.")
    words = read_reference(list(reference or default_reference()))
    if isinstance(words, list):
        tell(words)
        raise typer.Exit(1)
    print(json.dumps(schema_of(kind, words.vocabulary), ensure_ascii=False, indent=2))
