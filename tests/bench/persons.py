"""A hundred thousand distinct persons against every entitlement of one rulebook; a sample against one at a time."""

from datetime import date
from pathlib import Path
from random import Random

from lapotne.adapters.rulebook_yaml import read_law
from lapotne.domain.entitlements.asking import answers
from lapotne.domain.entitlements.columns import ANSWERS, find_many
from lapotne.domain.entitlements.facts import ContradictionError, Facts
from lapotne.domain.entitlements.judging import find
from lapotne.domain.entitlements.rulebook import Rulebook
from tests.bench.measuring import machine, measured, say

PEOPLE, SAMPLE = 100_000, 500
DAY = date(2017, 6, 1)


def people(random: Random, book: Rulebook, count: int) -> list[Facts]:
    """Distinct persons; each fact is missing in one of three."""
    possible = {key: list(answers(book, key, DAY)) for key in book.facts}
    found: dict[tuple[object, ...], Facts] = {}
    while len(found) < count:
        facts = {key: random.choice(values) for key, values in possible.items() if random.random() > 1 / 3}
        found[tuple(facts.items())] = facts
    return list(found.values())


def main() -> None:
    law = read_law(Path(__file__).parents[2] / "rules")
    assert law.rulebooks, law.problems
    for book in law.rulebooks.by_country.values():
        persons = people(Random(1), book, PEOPLE)
        with measured() as figure:
            many = find_many(book, persons, DAY)
        sampled = Random(2).sample(range(PEOPLE), SAMPLE)
        say(
            f"persons, {book.country}",
            persons=f"{PEOPLE:,}",
            entitlements=len(book.entitlements),
            verdicts=f"{PEOPLE * len(book.entitlements):,}",
            contradicted=f"{int(many.contradicted.sum()):,}",
            time=figure,
            differing=f"{sum(differs(book, persons[at], many, at) for at in sampled)} of {SAMPLE}",
        )
    say("machine", machine=machine())


def differs(book: Rulebook, person: Facts, many, at: int) -> bool:
    """Whether a person judged alone comes out otherwise than among the many."""
    try:
        alone = find(book, person, DAY)
    except ContradictionError:
        return not many.contradicted[at]
    told = {found.entitlement.key: found.answer for found in alone}
    return bool(many.contradicted[at]) or told != {key: ANSWERS[codes[at]] for key, codes in many.answers.items()}


if __name__ == "__main__":
    main()
