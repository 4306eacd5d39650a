"""Versions by name: `Version 4, adopted on 12 March 2026, decision 7`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.apps.mechanism.models import Adoption, Body, Origin, Version
from lapotne.apps.mechanism.presenters.editing import problems, values
from lapotne.apps.mechanism.presenters.words import clock
from lapotne.apps.mechanism.queries.adoptions import can_be_adopted
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.domain.mechanism.difference import Difference

SECTIONS = ("institutions", "competences", "services")
WHO = {Origin.FILE: gettext_lazy("from a file"), Origin.INSTITUTION: gettext_lazy("the institution itself")}
WHY = {
    Origin.FILE: gettext_lazy("Loaded from a file"),
    Origin.INSTITUTION: gettext_lazy("Said by its link that an entry is still right"),
}
"""Where nobody signed in saved a version, by where it comes from."""


def naming(desk: Desk, *, at_home: bool) -> str:
    """The version that a page of a mechanism shows; strangers aren't told of one that waits."""
    if desk.saved is None:
        return _("No version yet: what the country gives every municipality")
    if at_home or not desk.is_pending:
        return version_name(desk.saved)
    return version_name(desk.adopted)


def version_name(version: Version) -> str:
    adopted = adoption_of(version)
    number = _("Version %(number)s") % {"number": version.number}
    if adopted is None:
        day = clock.full_day(timezone.localdate(version.at))
        return _("%(version)s, saved on %(day)s") % {"version": number, "day": day}
    return f"{number}, {adoption_words(adopted)}"


def adoption_words(adoption: Adoption) -> str:
    said = {"day": clock.full_day(adoption.on), "decision": adoption.decision}
    if adoption.body == Body.COUNCIL:
        return _("adopted on %(day)s, decision %(decision)s") % said
    return _("adopted by the working group on %(day)s") % said


def adoption_of(version: Version) -> Adoption | None:
    return getattr(version, "adoption", None)


@dataclass(frozen=True)
class ShownDifference:
    """One place in which two documents differ; empty words for what isn't there."""

    place: str
    before: str
    after: str


def differences(found: Sequence[Difference], before: Raw, after: Raw) -> list[ShownDifference]:
    """Each place by readable labels, with what stood there and what stands there."""
    return [
        ShownDifference(
            problems.place(one.path, before if one.is_removed else after),
            "" if one.is_added else values.said(one.before),
            "" if one.is_removed else values.said(one.after),
        )
        for one in (entry for whole in found for entry in _entries(whole))
    ]


def _entries(one: Difference) -> Iterator[Difference]:
    """A section that is added or taken out whole, entry by entry."""
    value = one.after if one.is_added else one.before
    if one.path[-1] not in SECTIONS or not (one.is_added or one.is_removed) or not isinstance(value, Mapping):
        yield one
        return
    for key, entry in value.items():
        yield replace(one, path=(*one.path, key), **{"after" if one.is_added else "before": entry})


@dataclass(frozen=True)
class ShownVersion:
    number: int
    when: str
    who: str
    reason: str
    adoption: str
    is_draft: bool
    may_be_adopted: bool


def listed(versions: Sequence[Version], desk: Desk, drafts: set[int]) -> list[ShownVersion]:
    """Each version with who saved it, when and why, and whether it is adopted or waits."""
    return [shown_version(version, desk, is_draft=version.number in drafts) for version in versions]


def shown_version(version: Version, desk: Desk, *, is_draft: bool) -> ShownVersion:
    adoption = adoption_of(version)
    local = version.at.astimezone(ZoneInfo(desk.municipality.time_zone))
    return ShownVersion(
        number=version.number,
        when=f"{clock.full_day(local.date())}, {local:%H:%M}",
        who=str(version.by) if version.by else str(WHO[version.origin]),
        reason=version.reason if version.by else str(WHY[version.origin]),
        adoption=adoption_words(adoption) if adoption else "",
        is_draft=is_draft,
        may_be_adopted=can_be_adopted(desk, version),
    )


def what_acts(desk: Desk) -> list[str]:
    """Plainly, which version acts in what."""
    if desk.saved is None:
        return [_("Nobody has saved a version yet: what the country gives every municipality acts.")]
    if desk.adopted is None:
        return [_("Version %(number)s acts as a whole: nothing has ever been adopted here.") % {"number": desk.number}]
    numbers = {"saved": desk.number, "adopted": desk.adopted.number}
    hours = _("Hours, contacts, services and confirmations are those of version %(saved)s.") % numbers
    mandates = _("Competences and protocol are those of version %(adopted)s.") % numbers
    waiting = _("What version %(saved)s changes of them waits for the group or the council.") % numbers
    return [hours, mandates, *([waiting] if desk.is_pending else [])]
