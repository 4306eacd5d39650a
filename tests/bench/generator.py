"""An invented country or region of any size, with every attribute used: input for the benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Condition, Fact
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import (
    Availability,
    Closure,
    Confirmation,
    Institution,
    Level,
    Offer,
    OfferKind,
    OnHolidays,
    Places,
)
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.mechanism.towns import Mechanism, Municipality

ASKED_ON = date(2026, 11, 24)
CODES = {
    "sex": ("female", "male", "other"),
    "form": ("sexual", "labour", "sham_marriage", "forced_criminality", "domestic_servitude"),
    "nationality": ("national", "eu", "third_country", "stateless"),
    "residence": ("citizen", "eu_resident", "permit", "asylum_seeker", "irregular"),
    "identification": ("none", "presumed", "identified"),
    "proceedings": ("none", "witness", "victim"),
    "police_consent": ("yes", "no"),
    "children_along": ("yes", "no"),
    "disability": ("none", "mobility", "sight_hearing", "mental_health"),
}
LANGUAGES = ("lv", "ru", "en", "uk", "vi", "lt", "et", "pl")
DAYS = ("Mo-Fr", "Mo-Sa", "Mo-Su", "Mo,We,Fr", "Tu,Th", "Sa,Su", "Mo-Th", "Fr")


def hours_texts(random: Random, count: int) -> list[str]:
    """Distinct opening_hours texts on quarter hours: days, nights, several rules, holidays, seasons."""
    texts: set[str] = {"24/7"}
    while len(texts) < count:
        texts.add(_text(random))
    return sorted(texts)


def _text(random: Random) -> str:
    rules = [f"{random.choice(DAYS)} {_times(random)}"]
    if random.random() < 0.3:
        rules.append(f"{random.choice(DAYS[3:])} {_times(random)}")
    if random.random() < 0.6:
        rules.append(random.choice(("PH off", f"PH {_times(random)}", "Dec 24 off", f"Jun-Aug Mo-Fr {_times(random)}")))
    return random.choice(("; ", ", ")).join(rules[:2]) + "".join(f"; {rule}" for rule in rules[2:])


def _times(random: Random) -> str:
    start = random.randrange(0, 92)
    end = start + random.randrange(4, 56)
    return (
        f"{start // 4:02d}:{start % 4 * 15:02d}-{end // 4 % 24:02d}:{end % 4 * 15:02d}"
        if end < 96
        else (f"{start // 4:02d}:{start % 4 * 15:02d}-{end // 4:02d}:{end % 4 * 15:02d}")
    )


def needs(count: int = 20) -> list[Need]:
    """Needs of every urgency, a third of them met by a call, some in a language, some for some profiles."""
    return [
        Need(
            key=f"need_{at}",
            within_hours=(0, 2, 24, 72)[at % 4],
            kilometres=(None, 50.0, 100.0)[at % 3],
            minutes=(None, 60)[at % 2],
            call_meets=at % 3 == 0,
            in_language=at % 5 == 0,
            applies_to=(Condition("age", CHILD),) if at == 7 else (),
        )
        for at in range(count)
    ]


def profiles(random: Random, count: int = 40) -> list[Profile]:
    """Imagined people of whom every attribute is sometimes known."""
    return [Profile(f"profile_{at}", _facts(random)) for at in range(count)]


def _facts(random: Random) -> dict[str, Fact]:
    facts: dict[str, Fact] = {key: random.choice(codes) for key, codes in CODES.items() if random.random() < 0.6}
    if random.random() < 0.8:
        facts["age"] = random.choice((ADULT, CHILD, AgeRange(16, 17)))
    if random.random() < 0.7:
        facts["languages"] = frozenset(random.sample(LANGUAGES, 2))
    return facts


def towns(
    random: Random, count: int, local: int, shared: int, texts: list[str], all_needs: list[Need]
) -> Iterator[Mechanism]:
    """Towns with so many services of their own, beside services that all share."""
    state = Institution("state", "national", {"en": "State"}, Level.NATIONAL)
    common = [_offer(random, f"shared-{at}", state, texts, all_needs) for at in range(shared)]
    for town in range(count):
        here = Municipality(f"xa-{town}", f"XA-{town}", {"en": f"Town {town}"}, "lv", "Europe/Riga")
        own = [
            _offer(random, f"{town}-{at}", Institution(f"body-{town}-{at % 7}", "local"), texts, all_needs)
            for at in range(local)
        ]
        far = [replace(offer, kilometres=float(random.randrange(0, 200))) for offer in common]
        yield Mechanism(here, {}, (*own, *far))


def _offer(random: Random, key: str, institution: Institution, texts: list[str], all_needs: list[Need]) -> Offer:
    return Offer(
        key=key,
        kind=OfferKind.SERVICE,
        institution=institution,
        meets=frozenset(need.key for need in random.sample(all_needs, random.choice((1, 2, 3)))),
        names={"en": key},
        serves=random.random() < 0.95,
        kilometres=random.choice((0.0, 0.0, 30.0, 120.0, None)),
        languages=frozenset(random.sample(LANGUAGES, 3)) if random.random() < 0.8 else None,
        eligibility=tuple(_condition(random, key) for key in random.sample(sorted(CODES), random.choice((0, 1, 2, 3)))),
        places=tuple(_places(random) for _ in range(random.choice((0, 0, 1, 2)))),
        availabilities=tuple(_availability(random, texts) for _ in range(random.choice((1, 1, 2)))),
    )


def _condition(random: Random, attribute: str) -> Condition:
    codes = CODES[attribute]
    allowed = frozenset(random.sample(codes, max(1, len(codes) - 1))) if random.random() < 0.95 else None
    return Condition(attribute, allowed)


def _places(random: Random) -> Places:
    return Places(
        random.choice((0, 2, 4, None)), (_condition(random, "sex"), Condition("age", random.choice((ADULT, CHILD))))
    )


def _availability(random: Random, texts: list[str]) -> Availability:
    confirmation = Confirmation(
        date(2026, 5, 1), "coordinator", random.choice((None, date(2027, 5, 1), date(2026, 11, 1)))
    )
    return Availability(
        hours=random.choice(texts) if random.random() < 0.95 else None,
        mode=random.choice(tuple(Mode)),
        minutes_to_respond=random.choice((15, 30, 60, 90, None)),
        on_holidays=random.choice((None, None, *OnHolidays)),
        confirmation=confirmation if random.random() < 0.9 else None,
        closures=(Closure(date(2027, 7, 1), date(2027, 7, 14), "holiday"),) if random.random() < 0.02 else (),
    )
