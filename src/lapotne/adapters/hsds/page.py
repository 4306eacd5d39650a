"""A municipality's public services by organization, as a page of an HSDS list."""

from __future__ import annotations

from datetime import date

from lapotne.adapters.hsds.identifiers import identifier
from lapotne.adapters.hsds.services import first_of, phones_of, service_of
from lapotne.adapters.publication import public_contacts, public_services
from lapotne.adapters.wording import Wording
from lapotne.domain.mechanism.offers import Institution, Offer
from lapotne.domain.mechanism.towns import Mechanism

type Json = dict[str, object]


def hsds_page(mechanism: Mechanism, wording: Wording, *, today: date) -> Json:
    """All organizations with public services, on one page; ready for `json.dumps`."""
    offers: dict[str, list[Offer]] = {}
    for offer in public_services(mechanism):
        offers.setdefault(offer.institution.key, []).append(offer)
    contents = [_organization(found[0].institution, found, mechanism, wording, today) for found in offers.values()]
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def _organization(
    institution: Institution, offers: list[Offer], mechanism: Mechanism, wording: Wording, today: date
) -> Json:
    contacts = public_contacts(institution.contacts)
    fields: Json = {
        "id": identifier("organization", institution.key),
        "name": wording.name(institution.names, institution.key),
        # HSDS asks for a description; its type is what is known of every institution.
        "description": wording.type(institution.type),
        "email": first_of("email", contacts),
        "website": first_of("web", contacts),
        "phones": phones_of(institution.key, contacts, wording),
        "services": [service_of(offer, mechanism.municipality, wording, today) for offer in offers],
    }
    return {key: value for key, value in fields.items() if value not in (None, "", [])}
