"""The content that the product ships, in some languages, for tests that walk all of the site."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import site

CONTENT = Path("content")


def load_shipped(folder: Path, languages: set[str], *which: str) -> None:
    """Those languages, and for each page the one it was written in first; `which` pages by patterns of their keys."""
    patterns = which or ("*",)
    for page in {page for pattern in patterns for page in CONTENT.glob(f"{pattern}/page.yaml")}:
        source = page.read_text(encoding="utf-8").partition("source: ")[2][:2]
        room = folder / page.parent.name
        room.mkdir(parents=True)
        for file in (page, *(page.with_name(f"{code}.md") for code in languages | {source})):
            if file.exists():
                copy(file, room)
    load_content(folder=folder, at=datetime.now(UTC))
    site.forget()
