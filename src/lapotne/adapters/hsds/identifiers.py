"""Identifiers as HSDS wants them: the same key always gives the same UUID."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:lapotne:hsds")


def identifier(*parts: object) -> str:
    """The UUID of a thing by the parts of its key."""
    return str(uuid5(_NAMESPACE, "/".join(str(part) for part in parts)))
