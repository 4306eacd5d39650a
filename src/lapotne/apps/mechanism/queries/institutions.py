"""The institutions of a town's own document by name, for whoever makes somebody the editor of one."""

from lapotne.apps.mechanism.queries import documents
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical, called


def named(municipality: Municipality, language: str) -> list[tuple[str, str]]:
    """Key and name of each, in the order of the reader's alphabet."""
    layer = documents.layer_of(municipality)
    newest = documents.latest(layer) if layer else None
    found = newest.document.get("institutions", {}) if newest else {}
    country = municipality.country.code
    names = [(key, str(called(said.get("names", {}), language, country)) or key) for key, said in found.items()]
    place = alphabetical(language)
    return sorted(names, key=lambda pair: place(pair[1]))
