"""The files of the job-offer check: those that ship hold, and wrong ones are told where and how to mend them."""

import shutil
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from lapotne.adapters.adverts_yaml import read_adverts
from lapotne.adapters.adverts_yaml.forms import forms_of, read_forms, words_of
from lapotne.adapters.schemas.published import SCHEMAS, schema_of
from lapotne.adapters.shapes.vocabulary import Vocabulary
from lapotne.config.paths import ROOT
from tests.domain.adverts.shipped import CODES, adverts
from tools.words import made

FOLDER = ROOT / "reference" / "adverts"
SMALL = ("lv", "en")
"""Languages whose dictionaries load quickly; `./dev words` makes all twelve."""


@pytest.fixture
def folder(tmp_path) -> Path:
    """The folder with two of its languages: a mistake in one of twelve is told no better."""
    others = [f"{code}.*" for code in CODES if code not in SMALL]
    return Path(shutil.copytree(FOLDER, tmp_path / "adverts", ignore=shutil.ignore_patterns(*others)))


def told(folder: Path) -> str:
    found = read_adverts(folder)
    assert isinstance(found, list), "a problem was expected"
    return "\n".join(map(str, found))


def test_the_folder_that_ships_has_no_problem_and_speaks_all_languages():
    found = adverts()
    assert sorted(found.rules) == sorted(found.examples) == CODES
    assert len(found.questions) == 10


def test_every_flag_is_sourced_or_says_that_it_is_not_and_its_checks_exist():
    found = adverts()
    known = {check.key for check in found.checks}
    assert all(set(flag.checks) <= known for flag in found.flags.values())
    assert all(
        {"lv", "en"} <= set(names) for flag in found.flags.values() for names in (flag.names, flag.why, flag.check)
    )
    raised = {flag for question in found.questions for flag in question.raises}
    assert raised <= set(found.flags)


@pytest.mark.parametrize("language", CODES)
def test_every_word_that_stands_for_its_forms_has_its_line(language):
    raw = YAML(typ="safe").load(FOLDER / "words" / f"{language}.yaml")
    assert set(read_forms(FOLDER / "forms" / f"{language}.txt")) == set(words_of(raw)), "run ./dev words"


@pytest.mark.parametrize("language", SMALL)
def test_the_forms_are_those_of_the_dictionary(language):
    assert (FOLDER / "forms" / f"{language}.txt").read_text(encoding="utf-8") == made(language), "run ./dev words"


@pytest.mark.parametrize(("language", "denial"), [("lv", "nav"), ("lt", "nėra"), ("et", "pole")])
def test_a_word_that_denies_being_is_never_written_for_all_forms_of_being(language, denial):
    raw = YAML(typ="safe").load(FOLDER / "words" / f"{language}.yaml")
    assert denial not in words_of(raw), f"write ={denial}: in the dictionary it is a form of “to be”"


def test_forms_leave_out_common_words_and_opposites():
    lemmas = {"prasa": "prasīt", "prasām": "prasīt", "neprasām": "prasīt", "ir": "būt", "esam": "būt"}
    assert forms_of(["prasa"], lemmas, denying="ne") == {"prasa": ["prasām", "prasīt"]}
    assert forms_of(["esam"], lemmas, common=["ir"]) == {"esam": ["būt"]}


def test_a_phrase_with_an_unknown_list_is_told_with_its_line(folder):
    file = folder / "words" / "en.yaml"
    text = file.read_text(encoding="utf-8").replace('"$pay ~ $fee"', '"$pay ~ $fees"', 1)
    file.write_text(text, encoding="utf-8")
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "$pay ~ $fees" in line)
    assert f"en.yaml:{line}:" in told(folder)
    assert "No list is called fees" in told(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("flags.yaml", "    sources: [iom-signs]", "    sources: [nobody]", "`nobody` isn't a source of this file"),
        ("flags.yaml", "strength: strong", "strength: mighty", "isn't a strength"),
        ("questions.yaml", "raises: [employer_unnamed]", "raises: [employer]", "isn't a flag"),
        ("words/lv.yaml", "  secrecy:", "  secresy:", "Did you mean `secrecy`?"),
        ("examples/lv.yaml", "honest: true", "honest: maybe", "true or false"),
        ("pay.yaml", "proposed: true", "proposal: true", "isn't known here"),
        ("contacts.yaml", "free_mail:", "free-mail:", "isn't known here"),
    ],
)
def test_a_mistake_is_told_with_how_to_mend_it(folder, file, old, new, problem):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert problem in told(folder)


def test_a_flag_without_a_source_must_say_so(folder):
    path = folder / "flags.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    sources: [iom-signs]\n", "", 1), encoding="utf-8")
    assert "The flag names no source" in told(folder)


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name.startswith("advert_")])
def test_the_published_schema_admits_what_ships(name):
    stem = name.removeprefix("advert_")
    files = sorted((FOLDER / stem).glob("*.yaml")) or [FOLDER / f"{stem}.yaml"]
    schema = schema_of(name, Vocabulary())
    jsonschema.Draft202012Validator.check_schema(schema)
    for file in files:
        content = YAML(typ="safe").load(file)
        jsonschema.validate(_plain(content), schema)


def _plain(value: object) -> object:
    """Days as JSON writes them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
