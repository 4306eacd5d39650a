"""Changes of a protocol's steps; they are saved at once and act when the group or the council adopts the version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from lapotne.apps.accounts.models import User
from lapotne.apps.mechanism.actions.editing import keep
from lapotne.apps.mechanism.models import Version
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.queries.protocols import with_step


@transaction.atomic
def change_step(
    *, desk: Desk, step: str, wanted: Mapping[str, Any], on_version: int, by: User, at: datetime, reason: str
) -> Version:
    """Save a step as it is wanted; raises EditedMeanwhileError, and FileProblemsError where nobody could read it."""
    document = with_step(desk, step, wanted)
    return keep(desk=desk, document=document, on_version=on_version, by=by, at=at, reason=reason)
