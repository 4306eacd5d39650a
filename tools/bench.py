"""Starts the benchmarks, and the long form of the tests."""

from tools import browser
from tools.checks import measured, prepare, summary
from tools.paths import start

PROVED = {
    "properties": ("pytest", "-n", "2", "-q", "tests/domain"),
    "languages": ("pytest", "-n", "2", "-q", "tests/journeys/test_every_template.py", "tests/apps/site/test_walk.py"),
}
LONG = {"LAPOTNE_HYPOTHESIS": "prove", "LAPOTNE_ALL_LANGUAGES": "on"}


def bench(arguments: list[str]) -> int:
    return prepare() or start("python", "-m", "tests.bench", *arguments)


def prove(arguments: list[str]) -> int:
    """Properties with many more examples, and the whole site in all twelve languages; or the tests named."""
    if prepare():
        return 1
    path = browser.ensure()
    extra = {**LONG, "LAPOTNE_CHROMIUM": path} if path else LONG
    if arguments:
        return start("pytest", "-n", "2", "-q", *arguments, **extra)
    return summary([measured(name, command, **extra) for name, command in PROVED.items()])
