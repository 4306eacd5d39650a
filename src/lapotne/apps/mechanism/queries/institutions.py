"""The institutions of a town's own document by name, for whoever makes somebody the editor of one."""

from lapotne.apps.mechanism.queries import documents
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical, called


def named(municipality: Municipality, language: str) -> list[tuple[str, str]]:
    """Key and name of each, in the order of the reader's alphabet; the layers above name what the town's only changes.

    What the town says it hasn't got needs no editor.
    """
    layer = documents.layer_of(municipality)
    newest = documents.latest(layer) if layer else None
    found = newest.document.get("institutions", {}) if newest else {}
    above = documents.documents_in_force(documents.standing(documents.layers_for(municipality))).values()
    inherited = {key: said["names"] for one in above for key, said in one.institutions.items() if said.get("names")}
    country = municipality.country.code
    names = [
        (key, str(called(said.get("names") or inherited.get(key, {}), language, country)) or key)
        for key, said in found.items()
        if not said.get("absent")
    ]
    place = alphabetical(language)
    return sorted(names, key=lambda pair: place(pair[1]))
