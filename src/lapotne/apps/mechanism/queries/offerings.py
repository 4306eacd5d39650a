"""Who may help in a town with a need: one look-up, however many services the country has."""

from typing import Any

import msgspec
from django.db import connection

from lapotne.apps.mechanism.queries.towns import town_of
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.towns import Mechanism

OFFER = msgspec.json.Decoder(Offer)
# As text, so that one parser in C makes the offers without a detour over plain values.
OFFERED = """
    SELECT offer, words::text FROM mechanism_offering
    WHERE municipality_id = %s AND need = ANY(%s) ORDER BY offer, need
"""


def mechanism_for(municipality: Municipality, *needs: str) -> Mechanism:
    """The town with the offers that meet any of the needs; each offer once."""
    with connection.cursor() as cursor:
        cursor.execute(OFFERED, [municipality.pk, list(needs)])
        offers = dict(cursor.fetchall())
    return Mechanism(town_of(municipality), {}, tuple(OFFER.decode(words) for words in offers.values()))


def words_of(offer: Offer) -> Any:
    """An offer as plain values that JSON can hold."""
    return msgspec.to_builtins(offer)
