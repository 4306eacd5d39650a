"""How institutions and what they offer are named, and what single change would close a hole."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words.hours import hours
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.presenters import Name, called, name_in
from lapotne.domain.coverage.mends import Mend, MendKind
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.needs import Names
from lapotne.domain.mechanism.offers import Institution, Offer, OfferKind


def named(names: Names, fallback: str = "") -> str:
    """Words that explain, from data: in the reader's language, else English, else any."""
    return name_in(names, get_language() or "en") or fallback


def proper(names: Names, country: str, fallback: str = "") -> Name:
    """A name of a place or a body: in the reader's language, else the country's own, else English."""
    return called(names, get_language() or "en", country) or Name.of(fallback, "")


def institution(found: Institution) -> Name:
    """`Shelter “Osta”`; what kind of body it is where its name is nobody's business."""
    kind = reference().institution_types.get(found.type)
    return proper(found.names, country_of(found.layer), named(kind.names, found.type) if kind else found.type)


def country_of(layer: str) -> str:
    """The country of a layer's key: `lv` of `lv-valmiera`."""
    return layer.partition("-")[0]


def offer(found: Offer) -> str:
    """What is offered: the service's own name, else the needs it meets."""
    if found.names:
        return named(found.names)
    needs = reference().needs
    met = [named(needs[key].names, key) for key in sorted(found.meets) if key in needs]
    return ", ".join(met) if met or found.kind is OfferKind.SERVICE else found.key.rpartition("/")[2]


def who(found: Offer) -> str:
    """`Shelter “Osta”: beds for men`, with its town where that is another."""
    town = neighbour(found)
    body = institution(found.institution)
    return f"{body} ({town}): {offer(found)}" if town else f"{body}: {offer(found)}"


def neighbour(found: Offer) -> str:
    """The name of the other municipality that an offer belongs to; empty for one's own."""
    key, mark, _rest = found.key.partition(NEIGHBOUR_MARK)
    town = reference().municipalities.get(key) if mark else None
    return proper(town.names, town.country, key) if town else ""


def asking(found: Offer) -> str:
    """Where nobody said when: the act that fills it."""
    return _("%(who)s. Ask for the hours, then confirm them.") % {"who": who(found)}


def mend(found: Mend | None) -> str:
    """The nearest single change that would close a hole."""
    if found is None:
        return _("No single change closes it; somebody new is needed, or several steps.")
    if found.kind is MendKind.CONFIRM and found.availability.hours is None:
        return asking(found.offer)
    words = {"who": who(found.offer), "hours": hours(found.availability), "town": neighbour(found.offer)}
    if found.kind is MendKind.LENGTHEN:
        return _("%(who)s. Open then too (now %(hours)s).") % words
    if found.kind is MendKind.CONFIRM:
        return _("%(who)s. Call and confirm what is written (%(hours)s).") % words
    if found.kind is MendKind.ADMIT:
        return _("%(who)s. Admit this person too (%(hours)s).") % words
    return _("%(who)s. Agree that they help people from here too (%(hours)s).") % words
