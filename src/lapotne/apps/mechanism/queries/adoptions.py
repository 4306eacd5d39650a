"""What acts now and what would, once a version is adopted: as documents, and over the gaps of a year."""

from __future__ import annotations

from dataclasses import dataclass

from lapotne.apps.mechanism.models import Version
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.apps.mechanism.queries.trials import changes
from lapotne.domain.coverage.what_if import Change
from lapotne.domain.mechanism.adoption import awaits_adoption, in_force


@dataclass(frozen=True)
class Adopting:
    """The document that acts before and after a version's adoption, and the gaps that change."""

    before: Raw
    after: Raw
    changes: tuple[Change, ...]


def adopting(desk: Desk, version: Version) -> Adopting:
    """Hours, contacts and confirmations are always those saved last; the rest is the adopted version's."""
    before = desk.would_act(desk.document)
    after = in_force(desk.document, version.document)
    found = changes([desk.mechanism(), desk.mechanism_with(after)], desk.today)[0]
    return Adopting(before, after, found)


def can_be_adopted(desk: Desk, version: Version) -> bool:
    """Not twice, and not an older one than what is adopted: restore it first."""
    if getattr(version, "adoption", None) is not None:
        return False
    return desk.adopted is None or version.number > desk.adopted.number


def drafts(desk: Desk, versions: list[Version]) -> set[int]:
    """The numbers of versions whose competences or protocol wait for the group or the council."""
    if desk.adopted is None:
        return set()
    later = [version for version in versions if version.number > desk.adopted.number]
    return {version.number for version in later if awaits_adoption(version.document, desk.adopted.document)}


def all_versions(desk: Desk) -> list[Version]:
    """Newest first."""
    return list(documents.versions(desk.layer)) if desk.layer else []
