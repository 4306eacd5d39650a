"""Whom a step may name, by kind: the reader sees words, the file keeps its own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.protocol_names import competence, in_words
from lapotne.apps.mechanism.presenters.words import offers
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.protocol.naming import COMPETENCES
from lapotne.domain.protocol.references import reference_of


def words_of(text: str, mechanism: Mechanism) -> str:
    """A line of a file in words."""
    found = reference_of(text)
    return in_words(found, mechanism) if found else text


def known_references(mechanism: Mechanism) -> list[Any]:
    """Whom a step may name, by kind; the reader sees words, the form keeps what the file writes."""
    types, needs = reference().institution_types, reference().needs
    groups = [
        (_("Bodies in this town"), [(f"institution:{one.key}", offers.institution(one))
                                    for one in mechanism.institutions.values()]),
        (_("Whoever has this task"), [(f"competence:{key}", competence(key)) for key in sorted(COMPETENCES)]),
        (_("Kinds of bodies"), [(f"type:{one.key}", offers.named(one.names, one.key)) for one in types.values()]),
        (_("Whoever can meet this need"), [(f"need:{one.key}", offers.named(one.names, one.key))
                                           for one in needs.values() if one.key not in COMPETENCES]),
        (_("The person"), [("person", _("the person themself"))]),
    ]  # fmt: skip
    return [("", _("nobody more")), *groups]
