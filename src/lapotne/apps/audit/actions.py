"""The one way to write the record of acts."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import models

from lapotne.apps.audit.models import Act


def record(
    *,
    at: datetime,
    by: AbstractBaseUser | None,
    verb: str,
    subject: models.Model,
    municipality: str = "",
    fields: Iterable[str] = (),
    reason: str = "",
) -> Act:
    """Write that `by` did `verb` to `subject`; call it inside the transaction of the act itself.

    `municipality` is the key of the town concerned, empty for national acts; `fields` are names only;
    `reason` is what the person wrote who did it.
    """
    return Act.objects.create(
        at=at,
        by=by.pk if by else None,
        verb=verb,
        municipality=municipality,
        object_kind=subject._meta.label,  # noqa: SLF001 -- Django's own public way to a model's name
        object_id=str(subject.pk),
        fields=sorted(fields),
        reason=reason,
    )
