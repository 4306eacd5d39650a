"""The pages before the answer: which town, and what is needed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.adapters.reference_yaml import Reference
from lapotne.adapters.written_names import is_part, letters, nearest, skeleton
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.website.presenters.words import Word, local, plain, proper
from lapotne.domain.mechanism.needs import Need

DANGER = "danger_to_life"
NOW_WITHIN, TODAY_WITHIN = 2, 24


@dataclass(frozen=True, slots=True)
class TownChoice:
    """`spellings`: the ways to write its names, for the script that narrows the list."""

    key: str
    name: Word
    local: Word
    has_mechanism: bool
    spellings: str


@dataclass(frozen=True, slots=True)
class NeedChoice:
    key: str
    name: Word
    what: Word


@dataclass(frozen=True, slots=True)
class NeedGroup:
    title: str
    needs: tuple[NeedChoice, ...]


def town_choices(towns: Iterable[Municipality], sought: str, reader: str) -> list[TownChoice]:
    """Towns whose name holds what is sought, in whatever script or spelling, by the reader's alphabet."""
    order = alphabetical(reader)
    found = (town for town in towns if not sought or any(is_part(sought, name) for name in town.names.values()))
    made = [_town(town, reader) for town in found]
    return sorted(made, key=lambda choice: order(choice.name.text))


def near_choices(towns: Iterable[Municipality], sought: str, reader: str) -> list[TownChoice]:
    """The few towns whose name is nearly what is sought, the nearest first."""
    known = {town.key: town for town in towns}
    near = nearest(sought, {key: town.names.values() for key, town in known.items()})
    return [_town(known[key], reader) for key in near]


def _town(town: Municipality, reader: str) -> TownChoice:
    said = (town.names, reader, town.country.code)
    spellings = {part for name in town.names.values() for part in (letters(name), skeleton(name))}
    return TownChoice(town.key, proper(*said), local(*said), town.has_mechanism, " ".join(sorted(spellings)))


def need_groups(reference: Reference, reader: str, country: str) -> list[NeedGroup]:
    """The needs by how soon they must be met, the most urgent first; danger to life has its place above them all."""
    titles = {
        "now": _("Now"),
        "tonight": _("Today and tonight"),
        "days": _("In the first days"),
        "after": _("Afterwards"),
    }
    grouped: dict[str, list[NeedChoice]] = {group: [] for group in titles}
    for need in sorted(reference.needs.values(), key=lambda need: URGENT.get(need.key, len(URGENT))):
        if need.key != DANGER:
            grouped[_group(need)].append(_choice(need, reader, country))
    return [NeedGroup(titles[group], tuple(needs)) for group, needs in grouped.items() if needs]


URGENT = {key: at for at, key in enumerate(("safety", "bed", "receive_report", "decide", "advice_talk"))}
"""What people come for most, in this order; the other needs follow as the reference has them."""


def _group(need: Need) -> str:
    if need.within_hours <= NOW_WITHIN:
        return "now"
    if need.within_hours <= TODAY_WITHIN and need.group in ("act", "tonight"):
        return "tonight"
    return need.group if need.group == "after" else "days"


def _choice(need: Need, reader: str, country: str) -> NeedChoice:
    return NeedChoice(need.key, plain(need.names, reader, country), plain(need.what, reader, country))
