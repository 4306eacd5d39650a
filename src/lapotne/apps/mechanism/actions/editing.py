"""Edits of a town's mechanism made in the product: each changes one place and is saved as a version with a reason."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lapotne.apps.accounts.models import User
from lapotne.apps.mechanism.actions.layers import open_layer
from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.models import LayerKind, Version
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.domain.mechanism.editing import Edit, edited
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.layers import at as entry_at
from lapotne.domain.mechanism.mended import all_confirmed

CONFIRMED_FOR_YEARS = 1


@transaction.atomic
def edit(*, desk: Desk, change: Edit, on_version: int, by: User, at: datetime, reason: str) -> Version:
    """Save one entry as it is wanted; raises EditedMeanwhileError and FileProblemsError as saving does."""
    document = edited(desk.document, desk.upper.raw, change)
    return keep(desk=desk, document=document, on_version=on_version, by=by, at=at, reason=reason)


@transaction.atomic
def remove(*, desk: Desk, path: Path, on_version: int, by: User, at: datetime, reason: str) -> Version:
    """Take an entry out; one that comes from above stays named as absent, with the reason."""
    return edit(desk=desk, change=Edit(path, None, reason), on_version=on_version, by=by, at=at, reason=reason)


@transaction.atomic
def bring_back(*, desk: Desk, path: Path, by: User, at: datetime, reason: str) -> Version:
    """Let an entry that was taken out here hold again as the layers above say it."""
    wanted = entry_at(desk.upper.raw, path)
    return edit(desk=desk, change=Edit(path, wanted), on_version=desk.number, by=by, at=at, reason=reason)


@transaction.atomic
def confirm(*, desk: Desk, path: Path, role: str, by: User, at: datetime, reason: str) -> Version:
    """Say that an offer's hours are still right: dated today, by a role, due again in a year."""
    today = timezone.localdate(at)
    entry = all_confirmed(desk.entry(path) or {}, on=today, by=role, due=due_again(today))
    return edit(desk=desk, change=Edit(path, entry), on_version=desk.number, by=by, at=at, reason=reason)


@transaction.atomic
def keep(*, desk: Desk, document: Raw, on_version: int, by: User, at: datetime, reason: str) -> Version:
    """Save a whole document as the town's next version; the first one opens its mechanism."""
    town = desk.municipality
    layer = desk.layer or open_layer(
        key=town.key, kind=LayerKind.MUNICIPALITY, country=town.country, municipality=town, by=by, at=at
    )
    return save(layer=layer, document=document, by=by, at=at, reason=reason, on_version=on_version)


@transaction.atomic
def restore(*, desk: Desk, version: Version, on_version: int, by: User, at: datetime, reason: str) -> Version:
    """Save an old version's document as the newest."""
    return keep(desk=desk, document=version.document, on_version=on_version, by=by, at=at, reason=reason)


def due_again(day: date) -> date:
    """A year on; a word given on 29 February falls due on 1 March."""
    try:
        return day.replace(year=day.year + CONFIRMED_FOR_YEARS)
    except ValueError:
        return date(day.year + CONFIRMED_FOR_YEARS, 3, 1)
