"""How findings are said in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lapotne.domain.coverage.findings import Finding
from lapotne.domain.coverage.mends import Mend, MendKind
from lapotne.domain.coverage.patterns import Pattern
from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_DAY
from lapotne.domain.moments.public_holidays import years_without_moved_days

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOURS_IN_YEAR = 8760
STATES = {
    State.COVERED: "covered",
    State.BY_PHONE: "by phone or on call",
    State.TOO_FAR: "too far or too slow",
    State.DEPENDS: "depends on something to ask",
    State.UNCONFIRMED: "not confirmed",
    State.NOBODY: "nobody",
}
MENDS = {
    MendKind.CONFIRM: "confirm that it is right",
    MendKind.ADMIT: "admit these people",
    MendKind.AGREE: "agree that it serves here",
    MendKind.LENGTHEN: "open these hours too",
}


def name(names: Mapping[str, str], key: str) -> str:
    """English, else whatever there is, else the key."""
    return names.get("en") or next(iter(names.values()), key)


def counted(count: int, one: str) -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def shortened(text: str, longest: int) -> str:
    """A text cut after a word, with an ellipsis in place of the rest."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[: longest - 1]}…"


def moved_days(country: str, first: date, end: date) -> str:
    """The notice of years whose moved working days aren't announced yet; empty where none is awaited."""
    years = ", ".join(map(str, years_without_moved_days(country, first, end)))
    return f"Working days that the government moves in {years} aren't announced yet." if years else ""


def clock(minute: int) -> str:
    """A minute of the day on the wall clock; midnight at the end of a day is 24:00."""
    minute = minute % MINUTES_IN_DAY or (MINUTES_IN_DAY if minute else 0)
    return f"{minute // 60:02d}:{minute % 60:02d}"


def when(found: Pattern) -> str:
    """When a hole comes back."""
    if found.wall_minutes >= MINUTES_IN_DAY * 7:
        return "always"
    days = "every day" if found.is_daily else ", ".join(DAYS[day] for day in found.weekdays)
    over = found.starts + found.wall_minutes
    later = f" (+{(over - 1) // MINUTES_IN_DAY} d)" if over > 2 * MINUTES_IN_DAY else ""
    return f"{days} {clock(found.starts)}-{clock(over)}{later}"


def patterns(finding: Finding) -> str:
    """The hole's longest pattern, and how many more there are."""
    first, *others = finding.patterns
    return when(first) + (f" and {len(others)} more" if others else "")


def people(profiles: Sequence[Profile], everybody: int) -> str:
    """For whom: everybody, one by name, or the first and how many more."""
    if len(profiles) == everybody:
        return "everybody"
    first = name(profiles[0].names, profiles[0].key)
    return first if len(profiles) == 1 else f"{first} and {len(profiles) - 1} more"


def mend(found: Mend | None) -> str:
    """What would close it."""
    return f"{offer(found.offer)}: {MENDS[found.kind]}" if found else "no single change; see the canopy"


def offer(found: Offer) -> str:
    """An offer with its institution."""
    institution = name(found.institution.names, found.institution.key)
    return f"{institution}, {name(found.names, found.key)}" if found.names else institution
