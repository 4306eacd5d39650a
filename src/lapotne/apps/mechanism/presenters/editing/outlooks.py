"""The holes of a new town while it is being made: need by need, by day, at night and at weekends."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words import states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.new_towns import AT_NIGHT, AT_WEEKENDS, BY_DAY, Outlook


@dataclass(frozen=True)
class ShownPart:
    shape: str
    words: str


@dataclass(frozen=True)
class ShownNeed:
    name: str
    parts: list[ShownPart]
    is_met: bool


def finding(found: Sequence[Outlook]) -> str:
    """The worst of it in a sentence."""
    at_night = sum(not outlook.is_met[AT_NIGHT] for outlook in found)
    at_weekends = sum(not outlook.is_met[AT_WEEKENDS] for outlook in found)
    by_day = sum(not outlook.is_met[BY_DAY] for outlook in found)
    said = {"all": len(found), "night": at_night, "weekend": at_weekends, "day": by_day}
    if not (at_night or at_weekends or by_day):
        return _("No hole is left for the most common profiles")
    return _("Of %(all)s needs nobody surely meets %(night)s at night, %(weekend)s at weekends, %(day)s by day") % said


def shown(found: Sequence[Outlook]) -> list[ShownNeed]:
    """Needs with holes first, as many as they have."""
    ordered = sorted(found, key=lambda outlook: sum(outlook.is_met.values()))
    return [
        ShownNeed(
            named(outlook.need.names, outlook.need.key),
            [_part(outlook.by_day), _part(outlook.at_night), _part(outlook.at_weekends)],
            all(outlook.is_met.values()),
        )
        for outlook in ordered
    ]


def shapes(found: Sequence[ShownNeed]) -> list[ShownPart]:
    """Each shape that occurs, with its words."""
    return list({part.shape: part for need in found for part in need.parts}.values())


def _part(state: object) -> ShownPart:
    return ShownPart(states.shape(state), states.state(state))
