"""How much several hints weigh together: each may be honest, and many at once seldom are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from lapotne.domain.adverts.findings import Finding, Strength
from lapotne.domain.adverts.rules import CONTACT, EMPLOYER

SURE_HINTS = 2
"""Different phrases that hint at one flag, from which on they may weigh like one that says it."""

SURE_KINDS = 3
"""Strong flags that an advert says or hints at, from which on sure hints are strong though somebody is named."""


def weighed(findings: Iterable[Finding], strengths: Mapping[str, Strength]) -> Iterator[Finding]:
    """The findings, sure hints made strong in an advert that names nobody or hints at much else."""
    found = tuple(findings)
    strong = [one for one in found if strengths[one.flag] is Strength.STRONG and _is_told(one)]
    is_suspect = len(strong) >= SURE_KINDS or _is_nameless({one.flag for one in found})
    for one in found:
        is_sure = is_suspect and one.hints >= SURE_HINTS
        yield replace(one, strength=strengths[one.flag]) if is_sure else one


def _is_told(finding: Finding) -> bool:
    """Whether one sentence says it or hints at it; two sentences together, and what isn't said, tell too little."""
    return finding.strength is Strength.STRONG or bool(finding.hints)


def _is_nameless(flags: Collection[str]) -> bool:
    """Whether nobody is named and no way of contact leads to anybody."""
    return EMPLOYER in flags and CONTACT in flags
