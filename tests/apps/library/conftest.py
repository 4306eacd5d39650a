"""A small folder of content: a home page, a page in two languages, one below it, and an event."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.library.actions.loading import Report, load_content
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.queries import pages
from tests.replay import replayed

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
LATER = datetime(2026, 11, 26, 10, tzinfo=UTC)

HOME = {"page.yaml": "kind: home\npath: home\nsource: en\ndated: 2026-11-24\n",
        "en.md": "---\ntitle: Start\nsummary: Begin here.\n---\n## Hello\nWelcome to [it](page:roof).\n"}  # fmt: skip
ROOF_EN = """---
title: The roof
summary: Leaves keep the rain out.
reviewed: null
---
## What it is
A roof of **leaves**,
on two lines. See [help](tool:help).

- One leaf.
- Another leaf.

> An invented example. Ann stands dry.
"""
ROOF_LV = """---
title: Jumts
summary: Lapas neļauj lietum cauri.
of: "{of}"
reviewed: {{by: language teacher, on: 2026-11-20}}
---
## Kas tas ir
Jumts no **lapām**. Skatiet [palīdzību](tool:help).

- Viena lapa.
- Cita lapa.

> Izdomāts piemērs. Anna stāv sausumā.
"""
ROOF = {"page.yaml": "kind: article\npath: roof\norder: 10\nsource: en\ndated: 2026-11-24\nsafety_critical: true\n"
                     "sources:\n  - {title: A book of trees, dated: 2016}\n",
        "en.md": ROOF_EN, "lv.md": ROOF_LV.format(of=digest_of(ROOF_EN))}  # fmt: skip
BRANCH = {"page.yaml": "kind: article\npath: roof/branch\nsource: lv\ndated: 2026-11-24\n",
          "lv.md": "---\ntitle: Zars\nsummary: Zem jumta.\n---\nZars tur lapas.\n"}  # fmt: skip
DAY = {"page.yaml": "kind: event\npath: day\nsource: en\ndated: 2026-11-24\nstarts: 2016-01-18\nends: 2016-01-19\n",
       "en.md": "---\ntitle: A day\nsummary: Two of them.\nplace: Amsterdam\n---\nPeople met.\n"}  # fmt: skip


def write(folder: Path, **content: dict[str, str]) -> Path:
    for key, files in content.items():
        for name, text in files.items():
            file = folder / key / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    return folder


@pytest.fixture
def folder(tmp_path) -> Path:
    return write(tmp_path / "content", home=HOME, roof=ROOF, branch=BRANCH, day=DAY)


@pytest.fixture
def load(folder, db):
    """Loads the folder as it stands, and returns the report."""

    def at(moment: datetime = AT, **how: bool):
        return load_content(folder=folder, at=moment, **how)

    return at


@pytest.fixture
def loaded(load, folder):
    return loaded_once(folder, load)


def loaded_once(folder: Path, load: Callable[[], Report]) -> Report:
    """What a test begins with: loaded, or put there again."""
    files = sorted((str(file.relative_to(folder)), file.read_bytes()) for file in folder.rglob("*") if file.is_file())
    # Pictures are kept beside the tables, where each test has a place of its own.
    is_text = all(name.endswith((".md", ".yaml")) for name, _ in files)
    report = replayed(("content", *files), load) if is_text else load()
    assert not report.problems
    return report


def page(key: str, language: str) -> ContentPage:
    found = pages.page(key, language)
    assert found is not None
    return found
