"""Documents name every command and every setting, and nothing of a single machine is committed."""

import re
import sys
from pathlib import Path

from tests.repository.sources import ROOT, SOURCE, committed, shown
from tools.__main__ import COMMANDS

REGISTRY = r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|--index-[u]rl"
PLACES = [path for path in (ROOT, Path.home(), Path(sys.prefix)) if len(path.parts) > 1]
MACHINE = re.compile("|".join((REGISTRY, *(re.escape(str(path)) for path in PLACES))))
"""Registries of packages, and where this checkout, its person and its Python lie."""


def test_the_guide_to_settings_names_every_one_that_is_read():
    guide = (ROOT / "docs" / "guides" / "settings.md").read_text(encoding="utf-8")
    texts = [path.read_text(encoding="utf-8") for folder in (SOURCE, ROOT / "tools", ROOT / "tests")
             for path in folder.rglob("*.py")]  # fmt: skip
    read = {name for text in texts for name in re.findall(r"LAPOTNE_[A-Z_]+", text)}
    assert sorted(name for name in read if f"`{name}`" not in guide) == []


def test_the_readme_or_a_guide_names_every_command():
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in documents)
    assert [name for name in COMMANDS if f"./dev {name}" not in text] == []


def test_nothing_of_one_machine_is_committed():
    texts = ((path, path.read_text(encoding="utf-8", errors="replace")) for path in committed())
    found = [
        f"{shown(path)}:{number}"
        for path, text in texts
        if MACHINE.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []


def test_the_lock_of_styles_records_no_address():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_every_command_says_what_it_is_for():
    told = [line.split()[0] for line in (ROOT / "tools" / "commands.txt").read_text().splitlines()]
    assert told == list(COMMANDS)
