"""Takes the word of an institution that nobody signed in gives: by the name of its role, and for what it has seen."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lapotne.apps.mechanism.actions.editing import due_again
from lapotne.apps.mechanism.actions.saving import save_word
from lapotne.apps.mechanism.models import Layer, Version
from lapotne.apps.mechanism.queries.desks import desk
from lapotne.apps.mechanism.queries.entries import digest
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.editing import Edit, edited
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.mended import all_confirmed, has_hours

INSTITUTION = "institution"
"""The role by which an entry is confirmed here."""

REASON = "Confirmed by the institution itself"


class ChangedMeanwhileError(ValueError):
    """The entry isn't what was seen any more, or says no hours: show it anew and ask again."""


@transaction.atomic
def take_word(*, municipality: Municipality, path: Path, seen: str, at: datetime) -> Version:
    """An institution says that an entry is still right: dated today, due again in a year.

    `seen` is the digest of the entry as it was shown (queries.entries). Raises ChangedMeanwhileError, and
    FileProblemsError as saving does.
    """
    # Whoever else saves waits until this is done, so the version read below is the newest.
    layer = Layer.objects.select_for_update(of=("self",)).get(municipality=municipality)
    today = timezone.localdate(at)
    here = desk(municipality, today)
    entry = here.entry(path)
    if entry is None or not has_hours(entry) or digest(here, path) != seen:
        raise ChangedMeanwhileError("The entry was changed since it was shown.")
    agreed = all_confirmed(entry, on=today, by=INSTITUTION, due=due_again(today))
    document = edited(here.document, here.upper.raw, Edit(path, agreed))
    return save_word(layer=layer, document=document, at=at, reason=REASON, on_version=here.number)
