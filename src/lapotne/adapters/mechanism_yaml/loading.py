"""Folders of mechanism files loaded in the order of their layers, each checked against those above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lapotne.adapters.mechanism_yaml.checking import Checker
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library, above
from lapotne.adapters.mechanism_yaml.reading import read_below
from lapotne.adapters.mechanism_yaml.shape.document import LAYERS
from lapotne.adapters.problems import FileProblemsError, Problem, Said
from lapotne.adapters.reference_yaml import Reference, read_reference

_LAYER = re.compile(r"^layer:\s*[\"']?(\w+)", re.MULTILINE)


def load_library(sources: Iterable[Path], *, reference: Reference | Path | Sequence[Path], today: date) -> Library:
    """The mechanisms of files and folders; a file with errors is left out and its problems are told.

    Raises FileProblemsError when the reference itself can't be used.
    """
    checker = Checker(_usable(reference), today)
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    failed: set[str] = set()
    for file in sorted(_files(sources), key=_layer_of):
        found = read_below(file, checker, lambda raw: _above(raw, documents, checker, failed))
        if isinstance(found, list):
            problems += found
            failed.add(_layer_of(file)[1])
        elif found.key in documents:
            message = Said("Another file has the key `{key}` already.", key=found.key)
            problems.append(Problem(str(file), 1, 1, message, Said("Load one of the two.")))
        else:
            documents[found.key] = found
            problems += found.warnings
    return Library(checker, documents, tuple(problems))


def _above(
    raw: Mapping[str, Any], documents: Mapping[str, Document], checker: Checker, failed: set[str]
) -> list[Document] | None:
    """The layers above a document; None where one of them couldn't be read, so that it isn't blamed for that."""
    document = Document(raw)
    if failed - {"municipality"} - {document.layer if document.layer in LAYERS else ""}:
        return None
    if document.layer == "municipality":
        town = checker.reference.municipality_of(str(document.municipality), checker.today)
        return above(documents.values(), town) if town else None
    return [found for found in documents.values() if found.layer == "country" and found.country == document.country]


def _usable(reference: Reference | Path | Sequence[Path]) -> Reference:
    found = reference if isinstance(reference, Reference) else read_reference(reference)
    if isinstance(found, list):
        raise FileProblemsError(found)
    return found


def _files(sources: Iterable[Path]) -> list[Path]:
    return [file for source in sources for file in (sorted(source.glob("*.yaml")) if source.is_dir() else [source])]


def _layer_of(file: Path) -> tuple[int, str, str]:
    """Where a file comes in the order of layers, told by a glance at its text; one that doesn't say comes first."""
    try:
        found = _LAYER.search(file.read_text("utf-8", errors="replace"))
    except OSError:
        found = None
    layer = found.group(1) if found else ""
    return (LAYERS.index(layer) if layer in LAYERS else -1), layer, str(file)
