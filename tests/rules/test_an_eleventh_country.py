"""The guide, followed word for word for an invented country: its files are read, and its situations come out."""

import re
import shutil
from datetime import timedelta

import pytest

from lapotne.adapters.rulebook_yaml import read_law, read_situations
from lapotne.domain.entitlements.situations import differing
from lapotne.domain.entitlements.upkeep import without_source
from tests.rules.shipped import RULES
from tests.rules.test_promises import changes, keys_of

GUIDE = (RULES.parent / "docs" / "guides" / "add-a-country.md").read_text("utf-8")
FILE = re.compile(r"`rules/(xa/[\w./]+)`.*?```yaml\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    for name in ("facts.yaml", "topics.yaml", "sources.yml"):
        shutil.copy(RULES / name, folder / name)
    for name, text in FILE.findall(GUIDE):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def country(folder):
    law = read_law(folder)
    assert [str(problem) for problem in law.problems] == []
    return law.rulebooks.by_country["xa"]


def test_the_guide_shows_every_file_of_a_country(folder):
    shown = {name.split("/")[1] for name, _ in FILE.findall(GUIDE)}
    assert shown == {"rulebook.yaml", "sources.yml", "parameters", "entitlements", "tests"}


def test_its_situations_come_out(folder, country):
    read = read_situations(folder, country)
    assert [str(problem) for problem in read.problems] == []
    assert {situation.name: differing(situation, country) for _, _, situation in read.found} == dict.fromkeys(
        read.names, ()
    )
    assert len(read.found) == 5


def test_what_is_promised_of_every_country_holds_of_it(folder, country):
    read = read_situations(folder, country)
    told = [situation for _, _, situation in read.found]
    verdicts = {situation.expect["reflection"]["verdict"] for situation in told}
    assert verdicts == {"yes", "no", "unknown"}
    asked = {(key, situation.day) for situation in told for key in keys_of(country, situation)}
    for key, last in changes(country):
        assert {(key, last), (key, last + timedelta(days=1))} <= asked


def test_its_values_have_sources(country):
    assert without_source(country) == ()


def test_its_inventory_names_its_situations(folder, country):
    read = read_situations(folder, country)
    assert {name for entry in read.inventory["inventory"] for name in entry.get("situations", ())} <= set(read.names)
