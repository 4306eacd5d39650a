"""The country in words: its finding, its figures, and where no municipality has cover."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.shares import hours, percent
from lapotne.apps.mechanism.queries.country import ALL, Chosen, Overview, TownOverview
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.presenters import name_in
from lapotne.domain.mechanism.states import State


@dataclass(frozen=True)
class Figure:
    value: str
    words: str


def asked_words(chosen: Chosen, language: str) -> str:
    """What is asked in a few words: the need and the profile."""
    need = _("All needs") if chosen.need == ALL else name_in(reference().needs[chosen.need].names, language)
    profiles = reference().profiles
    profile = _("all profiles") if chosen.profile == ALL else name_in(profiles[chosen.profile].names, language)
    return _("%(need)s · %(profile)s") % {"need": need, "profile": _uncapitalised(profile)}


def finding(overview: Overview, chosen: Chosen) -> str:
    """The headline: what the country lacks, counted over its real municipalities."""
    towns = overview.counted
    if not towns:
        return _("No municipality exists on this day")
    if chosen.need == ALL:
        return _finding_of_all(towns)
    never = sum(town.cover.chosen.is_never_met for town in towns)
    bare = sum(town.cover.is_bare_at_night for town in towns)
    if never and never == bare:
        return _of(never, len(towns), _("In %(count)s of %(all)s municipalities nobody can be counted on at any hour"))
    if bare:
        return _of(bare, len(towns), _("In %(count)s of %(all)s municipalities nobody can be counted on at night"))
    return _finding_of_holes(towns)


def _finding_of_all(towns: tuple[TownOverview, ...]) -> str:
    bare = sum(bool(town.cover.never_met) for town in towns)
    if bare:
        return _of(bare, len(towns), _("In %(count)s of %(all)s municipalities some need isn’t surely met at any hour"))
    return _finding_of_holes(towns)


def _finding_of_holes(towns: tuple[TownOverview, ...]) -> str:
    holed = sum(town.cover.chosen.gap_minutes > 0 for town in towns)
    if holed:
        return _of(
            holed, len(towns), _("In %(count)s of %(all)s municipalities nobody can be counted on at some hours")
        )
    return _("Everywhere and at every hour somebody can be counted on")


def _of(count: int, total: int, sentence: str) -> str:
    return sentence % {"count": count, "all": total}


def first_mend(overview: Overview) -> str:
    """What would change most: where somebody is named, a confirmation costs the least."""
    unsure = sum(town.cover.chosen.rest is State.UNCONFIRMED for town in overview.counted)
    if not unsure:
        return ""
    return _(
        "In %(count)s of them a source names somebody, but nobody has confirmed the hours. Confirm those first."
    ) % {"count": unsure}


def figures(overview: Overview) -> list[Figure]:
    """Four numbers with what they mean."""
    towns = overview.counted
    met = sum(town.cover.chosen.met for town in towns) / len(towns) if towns else 0.0
    own = sum(town.has_own for town in towns)
    adopted = sum(town.governance.adopted_version is not None for town in towns)
    never = sum(town.cover.chosen.is_never_met for town in towns)
    return [
        Figure(percent(met), _("of the hours of a year are surely met, on average")),
        Figure(str(never), _("municipalities where no hour is surely met")),
        Figure(str(own), _("municipalities have a mechanism of their own")),
        Figure(str(adopted), _("municipalities have adopted theirs")),
    ]


@dataclass(frozen=True)
class Hole:
    """Needs that no municipality meets for as long, and for whom."""

    words: str
    needs: str
    profiles: tuple[str, ...]
    is_for_all: bool


def holes(overview: Overview, chosen: Chosen, language: str) -> list[Hole]:
    """Where the country has no cover at all, the longest first."""
    profiles_of: dict[tuple[int, str], list[str]] = defaultdict(list)
    for (need, profile), spans in overview.uncovered.items():
        profiles_of[sum(span.minutes for span in spans), need].append(profile)
    needs_of: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for (lasting, need), profiles in profiles_of.items():
        needs_of[lasting, _unless_all(need, profiles, chosen)].append(need)
    by_length = sorted(needs_of.items(), key=lambda found: (-found[0][0], len(found[0][1])))
    return [_hole(lasting, needs, profiles, overview, language) for (lasting, profiles), needs in by_length]


def _unless_all(need: str, profiles: list[str], chosen: Chosen) -> tuple[str, ...]:
    """The profiles, or none where they are all that may have the need."""
    asked = [profile for profile in chosen.profiles if reference().needs[need].applies(profile)]
    return () if len(profiles) == len(asked) else tuple(profiles)


def _hole(lasting: int, needs: list[str], profiles: tuple[str, ...], overview: Overview, language: str) -> Hole:
    known = reference()
    always = lasting >= overview.minutes
    return Hole(
        _("At no hour of the year") if always else _("Not for %(hours)s hours a year") % {"hours": hours(lasting)},
        "; ".join(name_in(known.needs[need].names, language) for need in needs),
        tuple(name_in(known.profiles[profile].names, language) for profile in profiles),
        not profiles,
    )


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
