"""Loads mechanism files into the product: all of them checked first, nothing of a bad one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from lapotne.adapters.decoding.days import settled
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.adapters.problems import Problem
from lapotne.apps.mechanism.actions.layers import open_layer
from lapotne.apps.mechanism.actions.publishing import publish
from lapotne.apps.mechanism.actions.saving import Loaded, Source, load
from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Country
from lapotne.domain.mechanism.difference import Difference, difference


@dataclass(frozen=True)
class Report:
    """What loading did to each mechanism, what was wrong, and where an edit was kept: how the file differs."""

    done: dict[str, Loaded]
    problems: tuple[Problem, ...]
    kept: dict[str, list[Difference]]


def load_files(*, files: Sequence[Path], at: datetime, overwrite: bool = False) -> Report:
    """Load files and folders; a mechanism that was edited here is kept unless `overwrite`, and the difference told."""
    library = load_library(files, reference=reference(), today=timezone.localdate(at))
    return load_documents(library=library, at=at, overwrite=overwrite)


@transaction.atomic
def load_documents(*, library: Library, at: datetime, overwrite: bool = False) -> Report:
    """The same for documents that were read before."""
    done: dict[str, Loaded] = {}
    kept: dict[str, list[Difference]] = {}
    changed = []
    for key, document in library.documents.items():
        layer = _layer(document, at)
        done[key] = load(layer=layer, source=_source(document, at), at=at, overwrite=overwrite, publishing=False)
        if done[key] is Loaded.KEPT:
            newest = documents.latest(layer)
            kept[key] = list(difference(newest.document, document.raw)) if newest else []
        if done[key] in (Loaded.CREATED, Loaded.UPDATED):
            changed.append(layer)
    if changed:
        publish(layers=changed, at=at)
    return Report(done, library.problems, kept)


def _layer(document: Document, at: datetime) -> Layer:
    town = municipalities.by_key(document.key) if document.layer == "municipality" else None
    code = town.country.code if town else document.country
    country = Country.objects.get(code=code)
    return open_layer(key=document.key, kind=document.layer, country=country, municipality=town, by=None, at=at)


def _source(document: Document, at: datetime) -> Source:
    """A demo's days count from the week of loading, so it is taken anew every week."""
    week = str(at.isocalendar()[:2]) if document.demo else ""
    raw = cast("Mapping[str, Any]", settled(document.raw, timezone.localdate(at)))
    return Source(replace(document, raw=raw), sha256((document.text + week).encode()).hexdigest())


def files_of(root: Path, *, demo: bool) -> Iterator[Path]:
    """The folders of mechanism files in a checkout."""
    yield root / "mechanisms"
    if demo:
        yield root / "demo"
