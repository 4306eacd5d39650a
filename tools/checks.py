"""Runs everything that must hold before a change is merged, and sums it up at the end."""

import os
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from tools import browser, messages, styles
from tools.paths import begin, start

CHECKS = {
    "lint": ("ruff", "check", "--quiet", "."),
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "types": ("mypy",),
    "contracts": ("lint-imports", "--no-logo"),
    "templates": ("djlint", "--lint", "--quiet", "src/lapotne/templates", "src/lapotne/apps"),
    "spelling": ("codespell",),
}


@dataclass(frozen=True)
class Outcome:
    name: str
    code: int
    seconds: float


def check(_arguments: list[str]) -> int:
    return summary([measured(name, command) for name, command in CHECKS.items()])


def test(arguments: list[str]) -> int:
    """All checks, then all tests; with arguments, only pytest with them."""
    with ThreadPoolExecutor() as beside:
        # Fetching Chromium waits for others most of the time.
        path = beside.submit(browser.ensure)
        if prepare():
            return 1
        if arguments:
            return start("pytest", *arguments, **driven(path.result()))
        return everything(path)


def everything(path: "Future[str | None]") -> int:
    ahead = begin("python", "-m", "tests.ahead", DJANGO_SETTINGS_MODULE="lapotne.config.settings_test")
    outcomes = [measured(name, command) for name, command in CHECKS.items()]
    spread = ("-n", str(workers()), "--dist", "worksteal")
    outcomes.append(measured("tests", ("pytest", *spread, "-q"), **driven(path.result())))
    # What it couldn't do, the workers did, and said why.
    ahead.wait()
    return summary(outcomes)


def driven(chromium: str | None) -> dict[str, str]:
    return {"LAPOTNE_CHROMIUM": chromium} if chromium else {}


def workers() -> int:
    """One more than there are processors, for journeys wait now and then."""
    return (os.cpu_count() or 1) + 1


def prepare() -> int:
    return styles.main([]) or messages.compile_catalogues()


def measured(name: str, command: tuple[str, ...], **extra: str) -> Outcome:
    print(f"\n== {name}: {' '.join(command)}", flush=True)
    began = time.monotonic()
    code = start(*command, **extra)
    return Outcome(name, code, time.monotonic() - began)


def summary(outcomes: list[Outcome]) -> int:
    print("\n== summary")
    for outcome in outcomes:
        print(f"  {'ok    ' if outcome.code == 0 else 'FAILED'} {outcome.name:<10} {outcome.seconds:6.1f} s")
    failed = [outcome.name for outcome in outcomes if outcome.code]
    total = sum(outcome.seconds for outcome in outcomes)
    print(f"===== {len(failed)} failed, {len(outcomes) - len(failed)} passed in {total:.2f}s =====")
    if failed:
        print("Failed: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0
