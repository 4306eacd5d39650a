"""How much faster than asking every service at every step: the ratio, from a sample of the plain way."""

from random import Random

from opening_hours import OpeningHours

from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability
from lapotne.domain.mechanism.opening import OpenState
from lapotne.domain.mechanism.standing import at_hours, standing
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import wall_time
from tests.bench import country, generator
from tests.bench.measuring import machine, measured, say

STEPS_IN_YEAR = 365 * 96
SAMPLE_STEPS = 96
SAMPLE_TOWNS = 2
STATES = {"open": OpenState.OPEN, "closed": OpenState.CLOSED, "unknown": OpenState.UNKNOWN}


def main() -> None:
    random = Random(1)
    towns = country.made(random)
    needs, profiles = generator.needs(), generator.profiles(Random(2))
    start = country.evaluator(Random(2), keep_levels=False).period.start_minute
    with measured() as plain:
        asked = sum(
            ask(town, need, profile, start + step * 15) >= State.NOBODY
            for town in towns[:SAMPLE_TOWNS]
            for need in needs
            for profile in profiles
            if need.applies(profile)
            for step in range(SAMPLE_STEPS)
        )
    with measured() as fast:
        cells = sum(1 for town in country.evaluator(Random(2), keep_levels=False).towns(towns) for _ in town.each())
    whole = plain.processor / asked * cells * STEPS_IN_YEAR
    say("step by step", asked=f"{asked:,}", time=plain, would_take=f"{whole / 3600:,.1f} hours for the country")
    say("step by step", ratio=f"{whole / fast.processor:,.0f}", machine=machine())


def ask(town: Mechanism, need: Need, profile: Profile, minute: int) -> State:
    """The state of a moment, asked of every availability; needs that can wait aren't even waited for."""
    best = State.NOBODY
    for offer in town.offers:
        if need.key in offer.meets:
            for availability in offer.availabilities:
                open_now = standing(offer, availability, need, profile, generator.ASKED_ON)
                if not open_now.is_out:
                    best = max(best, at_hours(open_now, hours_at(availability, minute)).state or State.NOBODY)
    return best


def hours_at(availability: Availability, minute: int) -> OpenState:
    """What the hours library says of a moment, its text read once before."""
    if availability.hours is None:
        return OpenState.UNKNOWN
    text = TEXTS.setdefault(availability.hours, OpeningHours(availability.hours))
    state, _ = text.state(wall_time(minute, "Europe/Riga").replace(tzinfo=None))
    return STATES[str(state)]


TEXTS: dict[str, OpeningHours] = {}

if __name__ == "__main__":
    main()
