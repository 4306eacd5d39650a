"""The pages before the answer: which town, and what is needed."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.adapters.reference_yaml import Reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.website.presenters.words import Word, local, plain, proper
from lapotne.domain.mechanism.needs import Need

DANGER = "danger_to_life"
NOW_WITHIN, TODAY_WITHIN = 2, 24


@dataclass(frozen=True, slots=True)
class TownChoice:
    key: str
    name: Word
    local: Word
    has_mechanism: bool


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
    """Towns whose name holds what is sought, accents or not, by the reader's alphabet."""
    order, part = alphabetical(reader), plain_letters(sought)
    found = [town for town in towns if any(part in plain_letters(name) for name in town.names.values())]
    made = [_town(town, reader) for town in found]
    return sorted(made, key=lambda choice: order(choice.name.text))


def _town(town: Municipality, reader: str) -> TownChoice:
    said = (town.names, reader, town.country.code)
    return TownChoice(town.key, proper(*said), local(*said), town.has_mechanism)


def plain_letters(text: str) -> str:
    """Small letters without accents, as people type them on a phone."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).strip()


def need_groups(reference: Reference, reader: str, country: str) -> list[NeedGroup]:
    """The needs by how soon they must be met, the most urgent first; danger to life has its place above them all."""
    titles = {
        "now": _("Now"),
        "tonight": _("Today and tonight"),
        "days": _("In the first days"),
        "after": _("Afterwards"),
    }
    grouped: dict[str, list[NeedChoice]] = {group: [] for group in titles}
    written = reference.raw["needs"]["needs"]
    for need in sorted(reference.needs.values(), key=lambda need: URGENT.get(need.key, len(URGENT))):
        if need.key != DANGER:
            grouped[_group(need)].append(_choice(need, written, reader, country))
    return [NeedGroup(titles[group], tuple(needs)) for group, needs in grouped.items() if needs]


URGENT = {key: at for at, key in enumerate(("safety", "bed", "receive_report", "decide", "advice_talk"))}
"""What people come for most, in this order; the other needs follow as the reference has them."""


def _group(need: Need) -> str:
    if need.within_hours <= NOW_WITHIN:
        return "now"
    if need.within_hours <= TODAY_WITHIN and need.group in ("act", "tonight"):
        return "tonight"
    return need.group if need.group == "after" else "days"


def _choice(need: Need, written: object, reader: str, country: str) -> NeedChoice:
    what: Mapping[str, str] = (written[need.key].get("what") or {}) if isinstance(written, Mapping) else {}
    return NeedChoice(need.key, plain(need.names, reader, country), plain(what, reader, country))
