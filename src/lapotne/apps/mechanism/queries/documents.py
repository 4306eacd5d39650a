"""Reads of documents and their versions: the latest saved, the latest adopted, and what is in force."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.apps.mechanism.models import Adoption, Layer, LayerKind, Reach, Version
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.domain.mechanism.adoption import awaits_adoption, in_force


def layer_of(municipality: Municipality) -> Layer | None:
    return Layer.objects.filter(municipality=municipality).select_related("country", "municipality").first()


def layer_with(key: str) -> Layer | None:
    return Layer.objects.filter(key=key).select_related("country", "municipality__country").first()


def versions(layer: Layer) -> QuerySet[Version]:
    """All saved states of a mechanism, newest first."""
    return layer.versions.select_related("by", "adoption").order_by("-number")


def version(layer: Layer, number: int) -> Version | None:
    return versions(layer).filter(number=number).first()


def latest(layer: Layer) -> Version | None:
    return versions(layer).first()


def latest_adopted(layer: Layer) -> Version | None:
    return versions(layer).filter(adoption__isnull=False).first()


def latest_from_file(layer: Layer) -> Version | None:
    return versions(layer).exclude(file_digest="").first()


def is_pending(layer: Layer) -> bool:
    """Whether a saved change of protocol or competences waits for the group or the council."""
    saved, adopted = latest(layer), latest_adopted(layer)
    return bool(saved and adopted and awaits_adoption(saved.document, adopted.document))


def adoption_in_force(municipality: Municipality) -> Adoption | None:
    """The decision by which a town's latest adopted version holds."""
    found = Adoption.objects.filter(version__layer__municipality=municipality)
    return found.select_related("version").order_by("-version__number").first()


def newest(country: Country) -> str:
    """Words that change whenever a version is saved or adopted anywhere in a country: what is kept goes by them."""
    found = Layer.objects.filter(country=country).aggregate(
        Max("versions"), Max("versions__adoption"), Count("versions__adoption")
    )
    return "-".join(map(str, found.values()))


def documents_in_force(layers: Iterable[Layer]) -> dict[str, Document]:
    """By layer key the document that acts, two look-ups for any number of layers."""
    keys = {layer.pk: layer.key for layer in layers}
    saved = _newest(Version.objects.filter(layer__in=keys))
    has_adoption = Exists(Adoption.objects.filter(version=OuterRef("pk")))
    adopted = _newest(Version.objects.filter(has_adoption, layer__in=keys))
    return {keys[pk]: Document(in_force(raw, adopted.get(pk))) for pk, raw in saved.items()}


def layers_for(municipality: Municipality) -> QuerySet[Layer]:
    """The layers that can matter in a town: its country's and regions', its own, and those that name it as served."""
    upper = Layer.objects.filter(country=municipality.country).exclude(kind=LayerKind.MUNICIPALITY)
    own = Layer.objects.filter(municipality=municipality)
    reaching = Layer.objects.filter(pk__in=Reach.objects.filter(code=municipality.code).values("layer"))
    return upper | own | reaching


def _newest(found: QuerySet[Version]) -> Mapping[int, Any]:
    rows = found.order_by("layer_id", "-number").distinct("layer_id").values_list("layer_id", "document")
    return dict(rows)
