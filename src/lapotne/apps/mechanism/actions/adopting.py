"""Records that the group or the council adopted a version, from which its protocol and competences act."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import actions as audit
from lapotne.apps.mechanism.actions.publishing import publish
from lapotne.apps.mechanism.models import Adoption, Body, Version


class AdoptionError(ValueError):
    """An adoption that can't stand, with what to do instead."""


@transaction.atomic
def adopt(*, version: Version, body: str, on: date, decision: str, by: User, at: datetime) -> Adoption:
    """The body adopted the version on a day, by a decision with a number where it is the council's."""
    if body == Body.COUNCIL and not decision.strip():
        raise AdoptionError("A council adopts by a decision: write its number.")
    if on > timezone.localdate(at):
        raise AdoptionError("The day of adoption lies ahead: record it once the decision is taken.")
    if Adoption.objects.filter(version=version).exists():
        raise AdoptionError("This version is adopted already.")
    adoption = Adoption.objects.create(version=version, body=body, on=on, decision=decision.strip(), by=by, at=at)
    layer = version.layer
    municipality = layer.municipality.key if layer.municipality else ""
    audit.record(
        at=at,
        by=by,
        verb="adopt_mechanism",
        subject=adoption,
        municipality=municipality,
        fields=["body", "on", "decision"],
    )
    publish(layers=[layer], at=at)
    return adoption
