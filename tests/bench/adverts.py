"""The job-offer check against adverts that its rules were written beside, and against those they were not."""

import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML

from lapotne.adapters.adverts_yaml import Adverts, Example, read_adverts
from lapotne.config.paths import ROOT
from lapotne.domain.adverts.checking import check
from lapotne.domain.adverts.guessing import guessed
from tests.bench.measuring import machine, peak_megabytes, say

FOLDER = Path(__file__).parents[1] / "adverts"
RECALL, FALSE = 0.8, 0.1
ROUNDS = 5


@dataclass
class Score:
    """What a set of adverts says of the rules; nothing of their texts."""

    planted: int = 0
    found: int = 0
    honest: int = 0
    alarmed: int = 0
    weakly: int = 0
    guessed: int = 0
    adverts: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    strong_false: Counter[str] = field(default_factory=Counter)

    def add(self, example: Example, language: str, adverts: Adverts) -> None:
        report = check(example.text, adverts.rules[language])
        planted = set(example.planted)
        self.adverts += 1
        self.guessed += guessed(example.text, adverts.common, "") == language
        self.planted += len(planted)
        self.found += len(planted & report.flags)
        self.asked.update(planted)
        self.missed.update(planted - report.flags)
        if example.honest:
            self.honest += 1
            self.alarmed += bool(report.strong - planted)
            self.weakly += len(report.flags - planted)
            self.false.update(report.flags - planted)
            self.strong_false.update(report.strong - planted)

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def false_alarms(self) -> float:
        return self.alarmed / self.honest if self.honest else 0.0

    @property
    def is_good(self) -> bool:
        return self.recall >= RECALL and self.false_alarms <= FALSE


def main() -> int:
    adverts = read_adverts(ROOT / "reference" / "adverts")
    if isinstance(adverts, list):
        raise SystemExit("\n".join(map(str, adverts)))
    before = peak_megabytes()
    sets = {name: {language: written(FOLDER / name / f"{language}.yaml") for language in adverts.rules}
            for name in ("learned", "unseen")}  # fmt: skip
    tell("seen", adverts.examples, adverts)
    tell("learned", sets["learned"], adverts)
    is_good = tell("unseen", sets["unseen"], adverts)
    texts = [(example.text, language) for language, examples in adverts.examples.items() for example in examples]
    say("adverts", **times(texts, adverts), memory=f"{before} MB with the rules of {len(adverts.rules)} languages")
    say("adverts", machine=machine())
    return int(not is_good)


def written(file: Path) -> list[Example]:
    """The adverts of a language in one of the sets."""
    entries = YAML(typ="safe", pure=True).load(file) if file.exists() else []
    return [Example(one["key"], one["honest"], one["text"], tuple(one.get("planted") or ())) for one in entries]


def tell(name: str, sets: dict[str, Iterable[Example]], adverts: Adverts) -> bool:
    whole, good = Score(), True
    for language, examples in sets.items():
        if not examples:
            continue
        score = Score()
        for example in examples:
            score.add(example, language, adverts)
            whole.add(example, language, adverts)
        say(f"{name} {language}", **figures(score), missed=shown(score.missed), false_strong=shown(score.strong_false))
        good &= score.is_good
    for flag in adverts.flags:
        missed, asked = whole.missed[flag], whole.asked[flag]
        say(f"{name} {flag}", found=f"{asked - missed} of {asked}", false_alarms=whole.false[flag])
    say(name, **figures(whole))
    return good


def figures(score: Score) -> dict[str, str]:
    return {
        "recall": f"{score.recall:.0%} of {score.planted}",
        "strong_false_alarms": f"{score.alarmed} of {score.honest} honest",
        "weak_a_honest_advert": f"{score.weakly / max(score.honest, 1):.1f}",
        "language_guessed": f"{score.guessed} of {score.adverts}",
    }


def shown(counts: Counter[str]) -> str:
    return ", ".join(f"{flag} {count}" for flag, count in counts.most_common()) or "none"


def times(texts: list[tuple[str, str]], adverts: Adverts) -> dict[str, str]:
    taken = []
    for _ in range(ROUNDS):
        for text, language in texts:
            began = time.perf_counter()
            check(text, adverts.rules[language])
            taken.append(1000 * (time.perf_counter() - began))
    ordered = sorted(taken[len(texts) :])
    if not ordered:
        return {}
    return {"median": f"{ordered[len(ordered) // 2]:.2f} ms", "p99": f"{ordered[int(len(ordered) * 0.99)]:.2f} ms"}


if __name__ == "__main__":
    sys.exit(main())
