"""Saves a mechanism as a new version, by hand or from a file; a file never overwrites an edit unasked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.reading import check_stored
from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.accounts.models import User
from lapotne.apps.audit import actions as audit
from lapotne.apps.mechanism.actions.publishing import publish
from lapotne.apps.mechanism.models import Layer, Origin, Version
from lapotne.apps.mechanism.queries import documents, towns

type Raw = Mapping[str, Any]


class EditedMeanwhileError(ValueError):
    """Somebody else saved a version since this one was opened; look at theirs before saving yours."""


class Loaded(StrEnum):
    """What came of loading a file."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(frozen=True)
class Source:
    """A checked file: its document with real days, and the digest of its text."""

    document: Document
    digest: str


@transaction.atomic
def save(
    *, layer: Layer, document: Raw, by: User, at: datetime, reason: str, on_version: int, publishing: bool = True
) -> Version:
    """Save an edit made in the product as the next version; what acts on saving acts at once.

    `on_version` is the number of the version that was edited. Raises EditedMeanwhileError when a newer one
    exists, FileProblemsError when the document has errors.
    """
    return _saved(layer, document, by, at, reason, on_version=on_version, publishing=publishing)


@transaction.atomic
def save_word(*, layer: Layer, document: Raw, at: datetime, reason: str, on_version: int) -> Version:
    """The same for what an institution said of its own entries, which nobody signed in did."""
    return _saved(layer, document, None, at, reason, on_version=on_version)


def _saved(
    layer: Layer,
    document: Raw,
    by: User | None,
    at: datetime,
    reason: str,
    *,
    on_version: int,
    publishing: bool = True,
) -> Version:
    held = Layer.objects.select_for_update(of=("self",)).get(pk=layer.pk)
    newest = documents.latest(held)
    if (newest.number if newest else 0) != on_version:
        raise EditedMeanwhileError(
            f"Version {newest.number if newest else 0} was saved meanwhile; you edited version {on_version}."
        )
    check(layer=held, document=document, at=at)
    origin = Origin.PRODUCT if by else Origin.INSTITUTION
    version = _next_version(held, document, by=by, at=at, reason=reason, origin=origin)
    if publishing:
        publish(layers=[held], at=at)
    return version


@transaction.atomic
def load(*, layer: Layer, source: Source, at: datetime, overwrite: bool = False, publishing: bool = True) -> Loaded:
    """Take a file's document as a new version, unless somebody edited the mechanism here since the last load."""
    newest, from_file = documents.latest(layer), documents.latest_from_file(layer)
    if from_file and from_file.file_digest == source.digest:
        return Loaded.UNCHANGED
    if newest and newest.origin != Origin.FILE and not overwrite:
        return Loaded.KEPT
    reason = "Loaded from a file"
    _next_version(layer, source.document.raw, by=None, at=at, reason=reason, origin=Origin.FILE, digest=source.digest)
    if publishing:
        publish(layers=[layer], at=at)
    return Loaded.UPDATED if newest else Loaded.CREATED


def check(*, layer: Layer, document: Raw, at: datetime) -> None:
    """Raise FileProblemsError with everything wrong with a document, as it would stand in its layers."""
    above = None
    if layer.municipality:
        found = towns.library(layer.municipality, timezone.localdate(at))
        above = [known for known in found.layers_of(layer.key) if known.key != layer.key]
    checked = check_stored(document, towns.checker(timezone.localdate(at)), above=above)
    if isinstance(checked, list):
        raise FileProblemsError(checked)


def _next_version(
    layer: Layer, document: Raw, *, by: User | None, at: datetime, reason: str, origin: str, digest: str = ""
) -> Version:
    newest = documents.latest(layer)
    version = Version.objects.create(
        layer=layer,
        number=newest.number + 1 if newest else 1,
        document=document,
        origin=origin,
        file_digest=digest,
        by=by,
        at=at,
        reason=reason,
    )
    municipality = layer.municipality.key if layer.municipality else ""
    audit.record(at=at, by=by, verb="save_mechanism", subject=version, municipality=municipality, fields=["document"])
    return version
