"""Reads of documents and their versions: the latest saved, the latest adopted, and what is in force."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Max, Q, QuerySet

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


def latest_two(layer: Layer) -> tuple[Version | None, Version | None]:
    """The latest version saved and the latest one adopted, which is often the same; documents are large."""
    saved = latest(layer)
    return saved, saved if saved is None or hasattr(saved, "adoption") else latest_adopted(layer)


def latest_from_file(layer: Layer) -> Version | None:
    return versions(layer).exclude(file_digest="").first()


def is_pending(layer: Layer) -> bool:
    """Whether a saved change of protocol or competences waits for the group or the council."""
    saved, adopted = latest_two(layer)
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


class Standing(NamedTuple):
    """Which versions of a layer act: the latest saved one, held to the latest adopted one if any was.

    A version never changes, so what was made of its documents holds for as long as these numbers do.
    """

    layer: str
    municipality: str | None
    saved: int
    adopted: int | None


def standing(layers: QuerySet[Layer]) -> tuple[Standing, ...]:
    """What acts of each layer that has a version, a single look-up for any number of layers."""
    found = layers.order_by("pk").annotate(
        saved=Max("versions"), adopted=Max("versions", filter=Q(versions__adoption__isnull=False))
    )
    rows = found.filter(saved__isnull=False).values_list("key", "municipality__key", "saved", "adopted")
    return tuple(Standing(*row) for row in rows)


def documents_in_force(standing: Iterable[Standing]) -> dict[str, Document]:
    """By layer key the document that acts, a single look-up for any number of layers."""
    acting = list(standing)
    wanted = {pk for one in acting for pk in (one.saved, one.adopted) if pk}
    raw = dict(Version.objects.filter(pk__in=wanted).values_list("pk", "document"))
    return {one.layer: Document(in_force(raw[one.saved], raw[one.adopted] if one.adopted else None)) for one in acting}


def layers_for(municipality: Municipality) -> QuerySet[Layer]:
    """The layers that can matter in a town: its country's and regions', its own, and those that name it as served."""
    upper = Layer.objects.filter(country=municipality.country).exclude(kind=LayerKind.MUNICIPALITY)
    own = Layer.objects.filter(municipality=municipality)
    reaching = Layer.objects.filter(pk__in=Reach.objects.filter(code=municipality.code).values("layer"))
    return upper | own | reaching
