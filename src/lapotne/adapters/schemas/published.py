"""The published schemas by name; each takes its words from the reference, so that it names every need and value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from lapotne.adapters.adverts_yaml import shape as adverts
from lapotne.adapters.mechanism_yaml.shape.document import document
from lapotne.adapters.mechanism_yaml.shape.strictness import Strictness
from lapotne.adapters.reference_yaml import shape
from lapotne.adapters.schemas.definitions import with_definitions
from lapotne.adapters.shapes.kinds import Kind, Schema
from lapotne.adapters.shapes.vocabulary import Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_TITLES = {
    "mechanism": "Who can act for a trafficked person in a country, a region or a municipality",
    "needs": "What a person needs met, and how soon",
    "profiles": "Imagined people for whom help must be there",
    "attributes": "What may matter about a person for who can help",
    "institution_types": "Kinds of institution",
    "municipalities": "The municipalities of a country, dated",
    "advert_flags": "The red flags of a job offer",
    "advert_questions": "Questions for who has no job offer to paste",
    "advert_checks": "What to check about a job offer, and where",
    "advert_pay": "What counts as high pay",
    "advert_contacts": "Free mail and legal forms of companies",
    "advert_words": "The rules of a language for job offers",
    "advert_examples": "Invented job offers",
}


def _mechanism(vocabulary: Vocabulary) -> Kind:
    return document(vocabulary, Strictness(complete=False, demo=True, today=date.min))


SCHEMAS: Mapping[str, Callable[[Vocabulary], Kind]] = {
    "mechanism": _mechanism,
    "needs": shape.needs_file,
    "profiles": shape.profiles_file,
    "attributes": lambda _: shape.attributes_file(),
    "institution_types": lambda _: shape.institution_types_file(),
    "municipalities": lambda _: shape.municipalities_file(),
    "advert_flags": lambda _: adverts.flags_file(),
    "advert_questions": lambda _: adverts.questions_file(),
    "advert_checks": lambda _: adverts.checks_file(),
    "advert_pay": lambda _: adverts.pay_file(),
    "advert_contacts": lambda _: adverts.contacts_file(),
    "advert_words": lambda _: adverts.words_file(),
    "advert_examples": lambda _: adverts.examples_file(),
}
"""The shape behind each schema. The checker keeps further rules that no schema can say: docs/mechanism-format.md."""


def schema_of(name: str, vocabulary: Vocabulary) -> Schema:
    """The JSON Schema (draft 2020-12) of a kind of file; `name` is a key of SCHEMAS."""
    schema = with_definitions(SCHEMAS[name](vocabulary).schema())
    return {"$schema": DRAFT, "$id": f"urn:lapotne:schema:{name}:1", "title": _TITLES[name], **schema}
