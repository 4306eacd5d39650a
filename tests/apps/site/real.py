"""The content that the product ships, in some languages, for tests that walk all of the site."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import site
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions as municipalities

CONTENT = Path("content")
NAMED = ("lv-liepaja", "lv-riga", "lv-valmiera")


def know_towns() -> None:
    """Those that the content names, beside those of the demonstration."""
    towns = reference().municipalities
    municipalities.load(municipalities={key: towns[key] for key in NAMED})


def load_shipped(folder: Path, languages: set[str], *which: str) -> None:
    """Those languages, and for each page the one it was written in first; `which` pages by patterns of their keys."""
    patterns = which or ("*",)
    for page in {page for pattern in patterns for page in CONTENT.glob(f"{pattern}/page.yaml")}:
        source = page.read_text(encoding="utf-8").partition("source: ")[2][:2]
        room = folder / page.parent.name
        room.mkdir(parents=True)
        for file in page.parent.iterdir():
            if file.suffix != ".md" or file.stem in languages | {source}:
                copy(file, room)
    know_towns()
    report = load_content(folder=folder, at=datetime.now(UTC))
    assert not report.problems, report.problems
    site.forget()
