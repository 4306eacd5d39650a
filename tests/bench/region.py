"""A year of the whole region: 3,000 municipalities and 100,000 services."""

from random import Random

from tests.bench import country, generator
from tests.bench.measuring import machine, measured, peak_megabytes, say

TOWNS, LOCAL, SHARED = 3000, 33, 8


def main() -> None:
    random = Random(1)
    texts = generator.hours_texts(random, country.TEXTS)
    towns = list(generator.towns(random, TOWNS, LOCAL, SHARED, texts, generator.needs()))
    before = peak_megabytes()
    with measured() as figure:
        cells = gaps = 0
        for town in country.evaluator(Random(2), keep_levels=False).towns(towns):
            cells += len(town.cells)
            gaps += sum(cell.measured.gap_count for cell in town.cells)
    services = TOWNS * LOCAL + SHARED
    memory = f"{peak_megabytes()} MB, of which {before} MB hold the towns"
    say("region", towns=f"{TOWNS:,}", services=f"{services:,}", distinct_cells=f"{cells:,}", time=figure, memory=memory)
    say("region", machine=machine())


if __name__ == "__main__":
    main()
