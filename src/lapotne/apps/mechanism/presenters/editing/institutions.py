"""Institutions with what they offer, as one page shows them: hours, whether confirmed, and where each comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.apps.mechanism.presenters.editing import problems
from lapotne.apps.mechanism.presenters.words import clock, hours, offers, states
from lapotne.apps.mechanism.presenters.words.offers import named, proper
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.domain.mechanism.conditions import AgeRange, Conditions
from lapotne.domain.mechanism.layers import Absence, Path, Raw, at
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.offers import Availability, Contact, Institution, Level, Offer, OfferKind
from lapotne.domain.mechanism.towns import Mechanism

LEVELS = (
    (Level.LOCAL, gettext_lazy("In this municipality")),
    (Level.REGIONAL, gettext_lazy("In the region")),
    (Level.NATIONAL, gettext_lazy("In the whole country")),
)
SECTIONS = {OfferKind.SERVICE: "services", OfferKind.COMPETENCE: "competences"}
CONFIRMED, DUE, UNCONFIRMED = "confirmed", "due", "unconfirmed"


@dataclass(frozen=True)
class ShownAvailability:
    hours: str
    mode: str
    response: str
    state: str
    word: str
    closures: list[str]
    has_hours: bool


@dataclass(frozen=True)
class ShownOffer:
    key: str
    section: str
    name: str
    what: str
    needs: list[str]
    who: list[str]
    places: list[str]
    languages: str
    availabilities: list[ShownAvailability]
    contacts: list[Contact]
    comes_from: str
    waits: bool = False

    @property
    def state(self) -> str:
        """The least sure of its availabilities."""
        found = {availability.state for availability in self.availabilities}
        return next((state for state in (UNCONFIRMED, DUE) if state in found), CONFIRMED if found else UNCONFIRMED)

    @property
    def is_to_confirm(self) -> bool:
        return self.state != CONFIRMED

    @property
    def has_hours(self) -> bool:
        """Whether there is anything that could be still right."""
        return any(availability.has_hours for availability in self.availabilities)


@dataclass(frozen=True)
class ShownInstitution:
    key: str
    name: str
    kind: str
    level: Level
    contacts: list[Contact]
    comes_from: str
    offers: list[ShownOffer]
    is_neighbour: bool
    may_edit: bool = False

    @property
    def to_confirm(self) -> int:
        return sum(offer.is_to_confirm for offer in self.offers)


@dataclass(frozen=True)
class Seen:
    """Whose eyes: the day, whether contacts for staff only may be seen, what may be edited, what waits for adoption."""

    today: date
    at_home: bool
    may_edit: Callable[[str], bool]
    waits: frozenset[str] = frozenset()


def listed(library: Library, mechanism: Mechanism, seen: Seen) -> list[ShownInstitution]:
    """All institutions of a town by name."""
    by_institution: dict[str, list[Offer]] = {key: [] for key in mechanism.institutions}
    for offer in mechanism.offers:
        by_institution.setdefault(offer.institution.key, []).append(offer)
    town = mechanism.municipality.key
    found = [
        institution(mechanism.institutions[key], found, layers(library, town), seen)
        for key, found in by_institution.items()
        if key in mechanism.institutions
    ]
    place = alphabetical(get_language() or "en")
    return sorted(found, key=lambda shown: place(shown.name))


def institution(
    found: Institution, its_offers: Iterable[Offer], from_layer: Callable[[str, Path], str], seen: Seen
) -> ShownInstitution:
    kind = reference().institution_types.get(found.type)
    is_neighbour = NEIGHBOUR_MARK in found.key
    return ShownInstitution(
        key=found.key,
        name=offers.institution(found),
        kind=named(kind.names, found.type) if kind else found.type,
        level=found.level,
        contacts=_contacts(found.contacts, seen),
        comes_from=from_layer(found.layer, ("institutions", found.key, "names")),
        offers=[shown_offer(offer, from_layer, seen) for offer in its_offers],
        is_neighbour=is_neighbour,
        may_edit=not is_neighbour and seen.may_edit(found.key),
    )


def shown_offer(offer: Offer, from_layer: Callable[[str, Path], str], seen: Seen) -> ShownOffer:
    needs, key, section = reference().needs, offer.key.rpartition("/")[2], SECTIONS[offer.kind]
    path = ("institutions", offer.institution.key, section, key)
    return ShownOffer(
        key=key,
        section=section,
        name=competence_name(key) if offer.kind is OfferKind.COMPETENCE else offers.offer(offer),
        what=named(offer.what),
        needs=[named(needs[need].names, need) for need in sorted(offer.meets) if need in needs],
        who=conditions(offer.eligibility),
        places=[_places(places.count, places.conditions) for places in offer.places],
        languages=_languages(offer.languages),
        availabilities=[shown_availability(found, seen.today) for found in offer.availabilities],
        contacts=_contacts(offer.contacts, seen) if offer.contacts != offer.institution.contacts else [],
        comes_from=from_layer(offer.layer, path),
        waits=offer.key in seen.waits,
    )


def shown_availability(found: Availability, today: date) -> ShownAvailability:
    state, word = _confirmation(found, today)
    response = found.minutes_to_respond
    return ShownAvailability(
        hours=hours.hours(found),
        mode=states.mode(found.mode),
        response=_("responds within %(time)s") % {"time": clock.duration(response)} if response is not None else "",
        state=state,
        word=word,
        closures=[
            f"{clock.full_day(closure.first)} – {clock.full_day(closure.last)}"
            + (f" ({closure.reason})" if closure.reason else "")
            for closure in found.closures
            if closure.last >= today
        ],
        has_hours=found.hours is not None,
    )


def _confirmation(found: Availability, today: date) -> tuple[str, str]:
    confirmation = found.confirmation
    if found.hours is None or confirmation is None:
        return UNCONFIRMED, _("not confirmed")
    if not confirmation.is_valid_on(today):
        return DUE, _("to confirm again: last on %(day)s") % {"day": clock.full_day(confirmation.on)}
    return CONFIRMED, _("confirmed on %(day)s") % {"day": clock.full_day(confirmation.on)}


@dataclass(frozen=True)
class ShownAbsence:
    """An entry that this town took out, with the reason."""

    place: str
    reason: str
    address: Path


def absences(found: Iterable[Absence], town: str, upper: Raw) -> list[ShownAbsence]:
    """What the town took out of what it inherits."""
    return [
        ShownAbsence(problems.place(absence.path, upper), absence.reason, absence.path[1:])
        for absence in found
        if absence.layer == town and at(upper, absence.path) is not None
    ]


def layers(library: Library, town: str) -> Callable[[str, Path], str]:
    """Names the layer that an entry comes from, and whether the town changed it; nothing for the town's own."""
    names = {document.key: _layer(document.raw) for document in library.documents.values()}
    own = library.documents.get(town)

    def comes_from(layer: str, path: Path) -> str:
        if layer in ("", town):
            return ""
        is_changed = own is not None and at(own.raw, path) is not None
        said = _("from %(layer)s, changed here") if is_changed else _("from %(layer)s")
        return said % {"layer": names.get(layer, layer)}

    return comes_from


def _layer(raw: dict) -> str:
    if raw["layer"] == "region":
        return proper(raw["region"]["names"], raw["country"], raw["key"])
    if raw["layer"] == "country":
        return clock.reader().territories.get(raw["country"].upper(), raw["key"])
    town = reference().municipalities.get(raw["key"])
    return proper(town.names, town.country, raw["key"]) if town else raw["key"]


def competence_name(key: str) -> str:
    """What a competence is there to do: the need of its name; help by a plan is no need and has its own words."""
    need = reference().needs.get(key)
    return named(need.names, key) if need else {"provide": _("Gives help by a plan")}.get(key, key)


def conditions(found: Conditions) -> list[str]:
    """Each condition in words: `Sex: female`, or that nobody said."""
    attributes = reference().attributes
    words = []
    for condition in found:
        attribute = attributes.get(condition.attribute)
        if attribute is None:
            words.append(_("nobody said whom they take"))
            continue
        said = _("nobody said") if condition.allowed is None else _allowed(condition.allowed, attribute.values)
        words.append(f"{named(attribute.names, condition.attribute)}: {said}")
    return words


def _allowed(allowed: object, values: object) -> str:
    if isinstance(allowed, AgeRange):
        return str(allowed)
    return ", ".join(named(values.get(code, {}), code) for code in sorted(allowed))


def _places(count: int | None, of_kind: Conditions) -> str:
    kind = "; ".join(conditions(of_kind))
    number = _("nobody said how many") if count is None else str(count)
    return f"{number} ({kind})" if kind else number


def _languages(codes: frozenset[str] | None) -> str:
    if codes is None:
        return ""
    place = alphabetical(get_language() or "en")
    return ", ".join(sorted((clock.reader().languages.get(code, code) for code in codes), key=place))


def _contacts(contacts: Iterable[Contact], seen: Seen) -> list[Contact]:
    return [contact for contact in contacts if seen.at_home or not contact.staff_only]


def public(contacts: Iterable[Contact]) -> list[Contact]:
    """Those that anybody may see."""
    return [contact for contact in contacts if not contact.staff_only]
