"""The reference files: read as one, checked, and found again by key, code and day."""

from datetime import date

import pytest

from lapotne.adapters.reference_yaml import read_reference
from lapotne.domain.mechanism.conditions import AgeRange
from tests.adapters.conftest import ROOT


def test_ages_become_ranges_and_languages_sets(reference):
    assert reference.profiles["girl-16"].facts["age"] == AgeRange(16, 17)
    assert reference.profiles["man-labour-no-papers"].facts["languages"] == {"uz", "ru"}


@pytest.mark.parametrize(("day", "number"), [(date(2017, 5, 1), 119), (date(2022, 1, 1), 43), (date(2026, 11, 24), 42)])
def test_latvia_has_as_many_municipalities_as_on_that_day(day, number):
    latvia = read_reference(ROOT / "reference")
    assert len(latvia.municipalities_on(day, "lv")) == number


def test_a_code_that_a_reform_kept_names_the_municipality_of_the_day(reference):
    then, now = (reference.municipality_of("LV-007", day) for day in (date(2017, 5, 1), date(2026, 11, 24)))
    assert (then.key, now.key) == ("lv-aluksne-2009", "lv-aluksne")
    assert then.successors == ("lv-aluksne",)


def test_a_code_without_a_municipality_finds_nobody(reference):
    assert reference.municipality_of("LV-999", date(2026, 11, 24)) is None


def test_a_folder_without_the_files_is_told_which_are_missing(tmp_path):
    problems = read_reference(tmp_path)
    assert len(problems) == 5
    assert "`needs.yaml` wasn't found in" in str(problems[2])


def test_a_successor_that_is_nowhere_is_told_so(tmp_path):
    (tmp_path / "municipalities").mkdir()
    (tmp_path / "municipalities" / "xa.yaml").write_text(
        "country: xa\ntime_zone: Europe/Riga\nmunicipalities:\n"
        "  xa-a: {code: XA-1, names: {en: A}, successors: [xa-b]}\n",
        encoding="utf-8",
    )
    assert any(
        "xa.yaml:4:51: error: `xa-b` isn't a municipality of this file." in str(problem)
        for problem in read_reference(tmp_path)
    )
