"""Opens a mechanism for a country, a region or a municipality that has none yet."""

from datetime import datetime

from django.db import transaction

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import actions as audit
from lapotne.apps.mechanism.models import Layer, LayerKind
from lapotne.apps.municipalities.models import Country, Municipality


@transaction.atomic
def open_layer(
    *, key: str, kind: str, country: Country, municipality: Municipality | None, by: User | None, at: datetime
) -> Layer:
    """The layer with a key, opened when it wasn't there; a municipality's has the municipality's own key."""
    layer, opened = Layer.objects.get_or_create(
        key=key, defaults={"kind": kind, "country": country, "municipality": municipality}
    )
    if opened:
        where = municipality.key if kind == LayerKind.MUNICIPALITY and municipality else ""
        audit.record(at=at, by=by, verb="open_mechanism", subject=layer, municipality=where, fields=["key", "kind"])
    return layer
