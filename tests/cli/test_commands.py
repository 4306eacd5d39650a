"""The commands as somebody types them, on the real files."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.db import ProgrammingError
from typer.testing import CliRunner, Result

from lapotne.adapters.schemas import SCHEMAS
from lapotne.cli import app, words

ROOT = Path(__file__).resolve().parents[2]
DEMO = str(ROOT / "demo" / "lv-demo.yaml")


def lapotne(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_the_real_files_check_without_errors() -> None:
    result = lapotne("check", *map(str, sorted((ROOT / "mechanisms").glob("*.yaml"))))
    assert result.exit_code == 0, result.output
    assert "0 errors" in result.output
    assert "Valmiera" in result.output


def test_a_town_with_holes_checks_with_zero_and_says_them() -> None:
    result = lapotne("check", DEMO, "--asked-on", "2026-11-24")
    assert result.exit_code == 0
    assert "3 holes" in result.output
    assert "every day 22:00-06:00" in result.output


@pytest.mark.parametrize(("asked_on", "is_awaited"), [("2098-01-01", True), ("2024-01-01", False)])
def test_check_says_that_moved_days_are_not_announced(asked_on: str, *, is_awaited: bool) -> None:
    said = " ".join(lapotne("check", DEMO, "--asked-on", asked_on).output.split())
    assert ("moves in 2098 aren't announced yet" in said) == is_awaited


def test_a_bad_file_ends_with_one_and_names_file_line_and_mend(tmp_path: Path) -> None:
    bad = tmp_path / "lv-bad.yaml"
    bad.write_text("lapotne: 1\nlayer: municipality\nkey: lv-bad\nmunicipality: LV-NOWHERE\n")
    result = lapotne("check", str(bad))
    assert result.exit_code == 1
    assert f"{bad}:4:" in result.stderr
    assert "Traceback" not in result.output + result.stderr


def test_the_holiday_night_of_the_18th_of_november() -> None:
    result = lapotne("now", "lv-demo", "--need", "bed", "--profile", "man", "--at", "2026-11-18T03:00")
    assert result.exit_code == 0
    assert "A hole: nobody." in result.output
    assert "Shelter “Osta”" in result.output
    assert "from Wed 08:00" in result.output


def test_the_real_valmiera_is_asked_too() -> None:
    result = lapotne("now", "lv-valmiera", "--need", "bed", "--profile", "man")
    assert result.exit_code == 0
    assert "not confirmed" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("now", "lv-nowhere", "--need", "bed"), "No municipality has the key 'lv-nowhere'"),
        (("now", "lv-demo", "--need", "bad"), "No need has the key 'bad'"),
        (("now", "lv-demo", "--need", "bed", "--profile", "nobody"), "No profile has the key 'nobody'"),
        (("now", "lv-demo", "--need", "bed", "--at", "tonight"), "isn't a moment"),
        (("canopy", DEMO, "--from", "2026-13-01"), "isn't a day"),
        (("canopy", DEMO, "--from", "2026-11-02", "--to", "2026-11-01"), "ends before it begins"),
        (("canopy", str(ROOT / "mechanisms" / "lv.yaml")), "a canopy is a municipality's"),
        (("now", "lv-demo", "--need", "bed", "--at", "9999-12-31T23:59"), "lies too far off"),
        (("now", "lv-demo", "--need", "bed", "--asked-on", "0001-01-01"), "lies too far off"),
        (("check", DEMO, "--asked-on", "9999-12-31"), "lies too far off"),
        (("canopy", DEMO, "--from", "0001-01-01"), "lies too far off"),
        (("canopy", DEMO, "--json", "/nowhere/out.json"), "can't be written"),
        (("canopy", DEMO, "--svg", "/"), "can't be written"),
        (("schema", "poem"), "No file is of the kind 'poem'"),
    ],
)
def test_a_wrong_word_gets_a_clear_answer(arguments: tuple[str, ...], says: str) -> None:
    result = lapotne(*arguments)
    assert result.exit_code == 1
    assert says in result.stderr


def test_a_folder_called_like_a_file_beside_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "drafts.yaml").mkdir()
    file = tmp_path / "lv-demo.yaml"
    file.write_text(Path(DEMO).read_text("utf-8"), "utf-8")
    assert lapotne("check", str(file)).exit_code == 0


def test_the_canopy_is_written_as_json(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    result = lapotne(
        "canopy", DEMO, "--from", "2026-11-16", "--to", "2026-11-23", "--asked-on", "2026-11-16", "--json", str(out)
    )
    assert result.exit_code == 0, result.output
    written = json.loads(out.read_text())
    assert (written["from"], written["to"], written["holidays"]) == ("2026-11-16", "2026-11-23", ["2026-11-18"])
    cell = next(cell for cell in written["cells"] if (cell["need"], cell["profile"]) == ("bed", "man"))
    assert sum(cell["minutes"].values()) == 7 * 24 * 60
    assert {"start": "2026-11-17T20:00:00Z", "end": "2026-11-18T04:00:00Z"}.items() <= cell["gaps"][2].items()


@pytest.mark.parametrize(("end", "columns"), [("2026-11-23", 7), ("2027-11-16", 12)])
def test_the_canopy_is_drawn_by_hour_or_by_day(tmp_path: Path, end: str, columns: int) -> None:
    out = tmp_path / "out.svg"
    result = lapotne("canopy", DEMO, "--from", "2026-11-16", "--to", end, "--profile", "man", "--svg", str(out))
    assert result.exit_code == 0, result.output
    drawn = ElementTree.parse(out)  # noqa: S314 -- our own file
    headings = [text for text in drawn.iter("{http://www.w3.org/2000/svg}text") if text.get("font-weight") == "600"]
    assert len(headings) >= columns


def test_a_database_without_tables_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_tables(*_: object, **__: object) -> None:
        raise ProgrammingError('relation "municipalities_country" does not exist\nLINE 1: ...')

    monkeypatch.setattr("lapotne.cli.load.call_command", without_tables)
    result = lapotne("load")
    assert result.exit_code == 1
    assert "Run `lapotne manage prepare_database`" in result.stderr


@pytest.mark.parametrize("kind", list(SCHEMAS))
def test_every_schema_is_printed(kind: str) -> None:
    result = lapotne("schema", kind)
    assert result.exit_code == 0
    assert json.loads(result.output)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize(("count", "said"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors")])
def test_one_is_said_in_the_singular(count: int, said: str) -> None:
    assert words.counted(count, "error") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A bed for tonight", "A bed for tonight"),
        ("Somebody takes the report", "Somebody takes the…"),
        ("Aninterpreterwithoutanyspaces", "Aninterpreterwithouta…"),
    ],
)
def test_a_long_need_ends_after_a_word(text: str, said: str) -> None:
    assert words.shortened(text, 22) == said
    assert len(said) <= 22
