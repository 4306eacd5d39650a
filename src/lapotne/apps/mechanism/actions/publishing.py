"""Puts what is in force before each municipality, so that the public page needs one look-up."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lapotne.apps.mechanism.models import Layer, LayerKind, Offering, Reach
from lapotne.apps.mechanism.queries import documents, towns
from lapotne.apps.mechanism.queries.offerings import words_of
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.towns import Mechanism

AT_ONCE = 2000


@transaction.atomic
def publish(*, layers: Iterable[Layer], at: datetime) -> None:
    """Renew the offerings of every municipality that a change of these layers can reach."""
    changed, today = list(layers), timezone.localdate(at)
    reached = {code for layer in changed for code in layer.reaches.values_list("code", flat=True)}
    for layer, document in _documents(changed):
        Reach.objects.filter(layer=layer).delete()
        codes = set(_codes_named(document.raw)) - {layer.municipality.code if layer.municipality else ""}
        Reach.objects.bulk_create(Reach(layer=layer, code=code) for code in sorted(codes))
        reached |= codes
    affected = _affected(changed, reached, today)
    for town, mechanism in zip(affected, towns.mechanisms(affected, today), strict=True):
        _renew(town, mechanism)


def _documents(layers: list[Layer]) -> Iterator[tuple[Layer, object]]:
    acting = documents.standing(Layer.objects.filter(pk__in=[layer.pk for layer in layers]))
    found = documents.documents_in_force(acting)
    return ((layer, found[layer.key]) for layer in layers if layer.key in found)


def _affected(layers: list[Layer], codes: set[str], today: date) -> list[Municipality]:
    """A country's or a region's change reaches all its municipalities, a town's its own and those it serves."""
    on_this_day = municipalities.on(today)
    wide = {layer.country_id for layer in layers if layer.kind != LayerKind.MUNICIPALITY}
    own = {layer.municipality_id for layer in layers if layer.municipality_id}
    found = on_this_day.filter(country__in=wide) | on_this_day.filter(pk__in=own) | on_this_day.filter(code__in=codes)
    return list(found.distinct())


def _codes_named(value: object) -> Iterator[str]:
    """The municipality codes that services list as their area."""
    if isinstance(value, dict):
        area = value.get("area")
        if isinstance(area, list):
            yield from area
        for part in value.values():
            yield from _codes_named(part)


def _renew(municipality: Municipality, mechanism: Mechanism) -> None:
    Offering.objects.filter(municipality=municipality).delete()
    Offering.objects.bulk_create(
        (
            Offering(municipality=municipality, need=need, offer=offer.key, words=words_of(offer))
            for offer in mechanism.offers
            if offer.serves
            for need in sorted(offer.meets)
        ),
        batch_size=AT_ONCE,
    )
