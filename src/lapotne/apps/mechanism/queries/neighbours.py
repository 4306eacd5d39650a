"""What other municipalities have that a town could agree to share; kept until somebody saves or adopts a version."""

from datetime import date

from django.core.cache import caches
from django.db.models import Count, Max

from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries.towns import library_of
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.offers import Offer

KEPT_SECONDS = 24 * 60 * 60


def offers_elsewhere(municipality: Municipality, today: date) -> tuple[Offer, ...]:
    """Services of other municipalities of the country that don't serve this one yet."""
    layers = Layer.objects.filter(country=municipality.country_id)
    newest = layers.aggregate(Max("versions"), Max("versions__adoption"), Count("versions__adoption"))
    key = f"elsewhere:{municipality.key}:{today}:{'-'.join(map(str, newest.values()))}"
    found = caches["computed"].get(key)
    if found is None:
        found = library_of(layers, today, [municipality]).elsewhere(municipality.key)
        caches["computed"].set(key, found, KEPT_SECONDS)
    return found
