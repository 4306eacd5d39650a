"""What of a mechanism acts on saving, and what waits until the group or the council adopts it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

type Raw = Mapping[str, Any]

ACTS_ON_SAVING = ("availabilities", "contacts", "languages")
"""Fields of a competence that are facts about the institution, not a mandate."""


def in_force(saved: Raw, adopted: Raw | None) -> Raw:
    """The document that acts: the latest saved, but with the protocol and competences of the latest adopted.

    Contacts, hours and confirmations act on saving, those of an adopted competence too. While nothing has
    ever been adopted, the latest saved acts as a whole.
    """
    if adopted is None:
        return saved
    acting = {key: value for key, value in saved.items() if key != "protocol"}
    if "protocol" in adopted:
        acting["protocol"] = adopted["protocol"]
    mandates = adopted.get("institutions") or {}
    institutions = saved.get("institutions") or {}
    acting["institutions"] = {key: _institution(entry, mandates.get(key)) for key, entry in institutions.items()} | {
        key: mandates[key] for key in mandates if key not in institutions and mandates[key].get("competences")
    }
    return acting


def awaits_adoption(saved: Raw, adopted: Raw | None) -> bool:
    """Whether the latest saved differs from what was adopted in anything that needs adoption."""
    return adopted is not None and _mandate(saved) != _mandate(adopted)


def _institution(saved: Raw, adopted: Raw | None) -> Raw:
    mandates = (adopted or {}).get("competences") or {}
    latest = saved.get("competences") or {}
    kept = {key: _competence(mandate, latest.get(key)) for key, mandate in mandates.items()}
    rest = {key: value for key, value in saved.items() if key != "competences"}
    return {**rest, "competences": kept} if kept else rest


def _competence(adopted: Raw, saved: Raw | None) -> Raw:
    if saved is None:
        return adopted
    mandate = {key: value for key, value in adopted.items() if key not in ACTS_ON_SAVING}
    return mandate | {key: saved[key] for key in ACTS_ON_SAVING if key in saved}


def _mandate(document: Raw) -> tuple[Any, dict[str, Any]]:
    """What needs adoption: the protocol, and every competence without what acts on saving."""
    competences: dict[str, Any] = {
        key: {
            name: {field: value for field, value in entry.items() if field not in ACTS_ON_SAVING}
            for name, entry in (institution.get("competences") or {}).items()
        }
        for key, institution in (document.get("institutions") or {}).items()
    }
    return document.get("protocol") or {}, {key: mandates for key, mandates in competences.items() if mandates}
