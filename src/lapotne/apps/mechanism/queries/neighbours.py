"""What other municipalities have that a town could agree to share; kept until somebody saves or adopts a version."""

from datetime import date

from django.core.cache import caches

from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.towns import library_of
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.offers import Offer


def offers_elsewhere(municipality: Municipality, today: date) -> tuple[Offer, ...]:
    """Services of other municipalities of the country that don't serve this one yet."""
    key = f"elsewhere:{municipality.key}:{today}:{documents.newest(municipality.country)}"
    found: tuple[Offer, ...] = caches["computed"].get_or_set(key, lambda: _elsewhere(municipality, today))
    return found


def _elsewhere(municipality: Municipality, today: date) -> tuple[Offer, ...]:
    layers = Layer.objects.filter(country=municipality.country)
    return library_of(layers, today, [municipality]).elsewhere(municipality.key)
