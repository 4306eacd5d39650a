"""A year of a whole country: 119 municipalities, all needs, all profiles, 500 texts; a sample against brute force."""

from datetime import date
from random import Random

from lapotne.domain.coverage.evaluation import Evaluator, TownCoverage
from lapotne.domain.coverage.gaps import gaps_of
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.openings import Period
from lapotne.domain.moments.public_holidays import public_holidays
from tests.bench import generator
from tests.bench.measuring import machine, measured, peak_megabytes, say
from tests.oracle import coverage as oracle

TOWNS, LOCAL, SHARED, TEXTS = 119, 15, 8, 500
FIRST, END = date(2027, 1, 1), date(2028, 1, 1)
HOLIDAYS = public_holidays("LV", range(2026, 2029))
SAMPLE = 4


def evaluator(random: Random, *, keep_levels: bool) -> Evaluator:
    period = Period("Europe/Riga", FIRST, END, 15, 72, HOLIDAYS)
    return Evaluator(generator.needs(), generator.profiles(random), period, generator.ASKED_ON, keep_levels=keep_levels)


def made(random: Random) -> list[Mechanism]:
    texts = generator.hours_texts(random, TEXTS)
    return list(generator.towns(random, TOWNS, LOCAL, SHARED, texts, generator.needs()))


def main() -> None:
    random = Random(1)
    towns = made(random)
    with measured() as figure:
        found = evaluator(Random(2), keep_levels=False)
        cells = gaps = 0
        for town in found.towns(towns):
            for _, _, cell in town.each():
                cells += 1
                gaps += cell.measured.gap_count
    memory = peak_megabytes()
    say(
        "country",
        towns=TOWNS,
        services_a_town=LOCAL + SHARED,
        cells=f"{cells:,}",
        gaps=f"{gaps:,}",
        time=figure,
        memory=f"{memory} MB",
    )
    say("country against brute force", differing_cells=f"{differing(towns)} of {SAMPLE}", machine=machine())


def differing(towns: list[Mechanism]) -> int:
    """How many of a sample of cells differ from the second program, minute by minute, in gaps or minutes."""
    random = Random(3)
    checked = evaluator(Random(2), keep_levels=True)
    return sum(differs(checked.town(random.choice(towns)), random) for _ in range(SAMPLE))


def differs(town: TownCoverage, random: Random) -> bool:
    need, profile, cell = random.choice(list(town.each()))
    question = oracle.Period(FIRST, END, "Europe/Riga"), oracle.Asked(generator.ASKED_ON, HOLIDAYS)
    expected = oracle.gaps(town.mechanism, need, profile, *question)
    by_state = oracle.minutes_by_state(town.mechanism, need, profile, *question)
    found = [(gap.span.start, gap.span.end) for gap in gaps_of(cell, town.period)]
    return found != [(gap.start, gap.end) for gap in expected] or cell.measured.minutes != tuple(by_state.values())


if __name__ == "__main__":
    main()
