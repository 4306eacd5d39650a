"""Starts the benchmarks, and the long form of the tests."""

from tools import browser
from tools.checks import measured, prepare, summary
from tools.paths import start

PROVED = {
    "properties": ("pytest", "-n", "2", "-q", "tests/domain"),
    "languages": ("pytest", "-n", "2", "-q", "tests/journeys/test_every_template.py", "tests/apps/site/test_walk.py"),
    "security": ("pytest", "-n", "2", "-q", "tests/security"),
}
LONG = {"LAPOTNE_HYPOTHESIS": "prove", "LAPOTNE_ALL_LANGUAGES": "on"}


def bench(arguments: list[str]) -> int:
    return prepare() or start("python", "-m", "tests.bench", *arguments)


def prove(arguments: list[str]) -> int:
    """Properties with more examples, the site in twelve languages, every hostile value; or the tests named."""
    if prepare():
        return 1
    path = browser.ensure()
    extra = {**LONG, "LAPOTNE_CHROMIUM": path} if path else LONG
    if arguments:
        return start("pytest", "-n", "2", "-q", *arguments, **extra)
    return summary([measured(name, command, **extra) for name, command in PROVED.items()])
