"""What a bad rulebook is told: file, line, what is wrong and how to mend it, word for word."""

import shutil

import pytest

from lapotne.adapters.rulebook_yaml import read_law, read_situations
from tests.adapters.rulebook_yaml.files import written

LENGTH, HELP, BOOK, FACTS = (
    "xa/parameters/length.yaml",
    "xa/entitlements/help.yaml",
    "xa/rulebook.yaml",
    "facts.yaml",
)

ERRORS = [
    (
        "a value without any day",
        (LENGTH, "value: 30, stated_on: 2017-02,", "value: 30,"),
        f"{LENGTH}:5:5: error: Nothing says since when this holds. "
        "Write `in_force:` (the act's own day), `stated_on:` (the source's), `adopted_on:` or `read_by:`.",
    ),
    (
        "a day that no calendar has",
        (LENGTH, "stated_on: 2017-02,", "stated_on: 2017-13,"),
        f"{LENGTH}:5:28: error: `2017-13` isn't a day or month of the calendar. Write it like 2017-02-28 or 2017-02.",
    ),
    (
        "an act's day and a source's day for one value",
        (LENGTH, "in_force: 2024-07-01,", "in_force: 2024-07-01, stated_on: 2024-08,"),
        f"{LENGTH}:6:50: error: `in_force` and `stated_on` can't both be the day of a value. "
        "An act's own day goes before a source's: keep the one that you have read.",
    ),
    (
        "values in the wrong order",
        (LENGTH, "in_force: 2024-07-01", "in_force: 2014-07-01"),
        f"{LENGTH}:6:5: error: This value begins (2014-07-01) before the one above it (2017-02-01). "
        "Put the values in the order of their days, earliest first.",
    ),
    (
        "a value that ends before it begins",
        (LENGTH, "in_force: 2024-07-01,", "in_force: 2024-07-01, until: 2023,"),
        f"{LENGTH}:6:46: error: `until` (2023) comes before it begins. Mend one of the days.",
    ),
    (
        "a day looked back to without the day it was said",
        (LENGTH, "in_force: 2024-07-01,", "in_force: 2024-07-01, speaks_of: 2023-01-01,"),
        f"{LENGTH}:6:50: error: `speaks_of` belongs to the day of a source, which isn't here. "
        "Add `stated_on:` with the day on which the source said it.",
    ),
    (
        "a number without a unit",
        (LENGTH, "unit: day\n", ""),
        f"{LENGTH}:4:5: error: This number has no unit. Add `unit:` with one of: day, week, month, year, hour, ",
    ),
    (
        "a unit that nobody knows",
        (LENGTH, "unit: day", "unit: days"),
        f"{LENGTH}:3:7: error: `days` isn't a unit. Did you mean `day`?",
    ),
    (
        "a source that isn't listed",
        (LENGTH, "source: archive-2017-02}", "source: archive-2017-03}"),
        f"{LENGTH}:5:45: error: `archive-2017-03` isn't the key of a source. Did you mean `archive-2017-02`?",
    ),
    (
        "both a value and a question",
        (LENGTH, "{open_question: papers,", "{open_question: papers, value: 3,"),
        f"{LENGTH}:7:5: error: A value has either a `value` or an `open_question`. "
        "Write `value:` where a source says it and `open_question:` where none does.",
    ),
    (
        "an open question that the rulebook doesn't have",
        (LENGTH, "open_question: papers", "open_question: paper"),
        f"{LENGTH}:7:21: error: `paper` isn't an open question. Did you mean `papers`?",
    ),
    (
        "a text in one language only",
        (LENGTH, "names: {lv: Ilgums, en: Length}", "names: {en: Length}"),
        f"{LENGTH}:2:1: error: The text in `lv` is missing. Add `lv:`; every text stands in lv and en.",
    ),
    (
        "an unquoted comma that cuts a text in two",
        (HELP, "what: {lv: Palīdzība., en: Help.}", "what: {lv: Palīdzība, ātri., en: Help.}"),
        f"{HELP}:3:23: error: `ātri.` isn't a key of a text by language: {{lv: ..., en: ...}}. "
        "Put a text that holds a comma or a colon in quotes, or what follows reads as a key.",
    ),
    (
        "a fact that nobody knows",
        (HELP, "{fact: applied, equals: true}", "{fact: aplied, equals: true}"),
        f"{HELP}:14:18: error: `aplied` isn't a fact. Did you mean `applied`?",
    ),
    (
        "a value that a fact doesn't have",
        (HELP, "one_of: [victim, witness]", "one_of: [victim, witnes]"),
        f"{HELP}:16:47: error: `witnes` isn't a value of `status`. Did you mean `witness`?",
    ),
    (
        "a word in quotes where true belongs",
        (HELP, "{fact: applied, equals: true}", '{fact: applied, equals: "true"}'),
        f"{HELP}:14:35: error: `true` stands where true or false belongs. "
        "YAML's words are `true` and `false`, without quotes.",
    ),
    (
        "a comparison that the fact's kind doesn't have",
        (HELP, "{fact: applied, equals: true}", "{fact: applied, at_least: 3}"),
        f"{HELP}:14:27: error: `applied` is a fact of kind yes_no, which `at_least` can't compare. Use one of: equals.",
    ),
    (
        "a comparison that nobody knows",
        (HELP, "{fact: applied, equals: true}", "{fact: applied, equal: true}"),
        f"{HELP}:14:27: error: `equal` isn't a comparison. Did you mean `equals`?",
    ),
    (
        "two comparisons of one fact",
        (HELP, "{fact: applied, equals: true}", "{fact: applied, equals: true, one_of: [true]}"),
        f"{HELP}:14:11: error: A comparison says one thing about one fact. Write one of: equals, one_of, ",
    ),
    (
        "two groups in one condition",
        (HELP, "        - any:", "        - all: [{fact: applied, equals: true}]\n          any:"),
        f"{HELP}:15:11: error: A condition has one of `all`, `any` and `not`, not several. Put one into the other.",
    ),
    (
        "a word that no condition has",
        (HELP, "        - any:", "        - either:"),
        f"{HELP}:15:11: error: `either` isn't part of a condition. Write `all: [...]`, `any: [...]`, ",
    ),
    (
        "a parameter that has no file",
        (HELP, "gives: [length]", "gives: [lenght]"),
        f"{HELP}:4:9: error: `lenght` isn't a parameter. Did you mean `length`?",
    ),
    (
        "an entitlement that nobody decides on",
        (HELP, "decides: hotline\n", ""),
        f"{HELP}:1:1: error: The key `decides` is missing. Add `decides:` (the parameter that says who decides).",
    ),
    (
        "a kind of entitlement that nobody knows",
        (HELP, "kind: assistance", "kind: assistances"),
        f"{HELP}:1:7: error: `assistances` isn't a kind of entitlement. Did you mean `assistance`?",
    ),
    (
        "a folder with another country's name",
        (BOOK, "country: xa", "country: xb"),
        f"{BOOK}:1:1: error: The rulebook says `xb` and lies in the folder `xa`. "
        "The folder has the country's code as its name.",
    ),
    (
        "a contradiction with one side only",
        (BOOK, "      - {says: {lv: Ilgi., en: Long.}, source: act}\n", ""),
        f"{BOOK}:9:5: error: The list is empty. Fill it, or leave the key out.",
    ),
    (
        "a contradiction about something that isn't there",
        (BOOK, "resolution: {lv: Abi., en: Both.}", "resolution: {lv: Abi., en: Both.}\n    concerns: [lenght]"),
        f"{BOOK}:13:16: error: `lenght` isn't a parameter or entitlement. Did you mean `length`?",
    ),
    (
        "a fact of a kind that nobody knows, with a rule over it",
        (FACTS, "kind: yes_no", "kind: yesno"),
        f"{FACTS}:3:11: error: `yesno` isn't a kind of fact. Did you mean `yes_no`?",
    ),
    (
        "a fact without its sentence",
        (FACTS, "    says_not: {lv: nav iesnieguma, en: there is no application}\n", ""),
        f"{FACTS}:2:3: error: A fact of kind yes_no lacks `says_not`. Add `says_not: {{lv: ..., en: ...}}`.",
    ),
    (
        "a value without its sentence",
        (FACTS, "        says_not: {lv: nav liecinieks, en: isn't a witness}\n", ""),
        f"{FACTS}:19:7: error: This value lacks `says_not`. "
        "Add `says_not: {lv: ..., en: ...}`: rules are read as sentences.",
    ),
    (
        "a word for an age without years",
        (FACTS, "        ages: {below: 18}\n", ""),
        f"{FACTS}:30:7: error: This word for an age has no years. Add `ages: {{from: ..., below: ...}}`.",
    ),
    (
        "a rule of facts that compares wrongly",
        (FACTS, "{fact: status, equals: victim}", "{fact: status, equals: viktim}"),
        f"{FACTS}:43:73: error: `viktim` isn't a value of `status`. Did you mean `victim`?",
    ),
    (
        "a bracket that never closes",
        (HELP, "gives: [length]", "gives: [length"),
        ": error: This isn't YAML: while parsing a flow sequence",
    ),
]


def told(folder) -> list[str]:
    return [str(problem).replace(f"{folder}/", "") for problem in read_law(folder).problems]


@pytest.mark.parametrize(("situation", "change", "expected"), ERRORS, ids=[row[0] for row in ERRORS])
def test_an_error_names_the_line_and_the_mend(situation, change, expected, tmp_path):
    problems = told(written(tmp_path, *change))
    assert any(expected in problem for problem in problems), "\n".join(problems)
    law = read_law(tmp_path)
    assert law.rulebooks is None or law.left_out == ("xa",)


def test_a_country_with_errors_is_left_out_and_the_others_are_read(tmp_path):
    shutil.copytree(written(tmp_path) / "xa", tmp_path / "xb")
    (tmp_path / "xb" / "rulebook.yaml").write_text("country: xb", "utf-8")
    law = read_law(tmp_path)
    assert (list(law.rulebooks.by_country), law.left_out) == (["xa"], ("xb",))


def test_a_right_folder_has_nothing_to_say(tmp_path):
    assert told(written(tmp_path)) == []


def test_a_value_without_a_source_is_a_warning_and_the_rulebook_is_read(tmp_path):
    written(tmp_path, LENGTH, "stated_on: 2017-02, source: archive-2017-02}", "stated_on: 2017-02}")
    assert told(tmp_path) == [
        f"{LENGTH}:5:5: warning: This has no source. "
        "Add `source:` with its key, or take the value out until there is one."
    ]
    assert read_law(tmp_path).rulebooks


def test_all_errors_of_all_files_come_at_once(tmp_path):
    written(tmp_path)
    for _, (name, old, new), _ in (ERRORS[1], ERRORS[13], ERRORS[24], ERRORS[28]):
        file = tmp_path / name
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert {problem.split(":")[0] for problem in told(tmp_path)} == {LENGTH, HELP, BOOK, FACTS}


@pytest.mark.parametrize("name", ["facts.yaml", "topics.yaml", "xa/rulebook.yaml"])
def test_a_missing_file_is_named(name, tmp_path):
    (written(tmp_path) / name).unlink()
    assert any(f"{name}:1:1: error: `{name.split('/')[-1]}` is missing." in problem for problem in told(tmp_path))


def test_a_file_that_nobody_reads_is_told_of(tmp_path):
    (written(tmp_path) / "xa" / "parameter").mkdir()
    (tmp_path / "xa" / "parameter" / "other.yaml").write_text("a: 1", "utf-8")
    assert told(tmp_path) == [
        "xa/parameter/other.yaml:1:1: error: Nothing reads this file. "
        "Put it in parameters/, entitlements/ or tests/ with the ending .yaml, or take it out."
    ]


SITUATIONS = [
    (
        "a fact that nobody knows",
        ("facts: {applied: true,", "facts: {aplied: true,"),
        "4:13: error: The key `aplied` isn't known here. Did you mean `applied`?",
    ),
    (
        "an answer that the question doesn't have",
        ("status: victim", "status: viktim"),
        "4:36: error: `viktim` isn't a value of `status`. Did you mean `victim`?",
    ),
    (
        "an entitlement that the rulebook doesn't have",
        ("expect: {help:", "expect: {hlep:"),
        "5:14: error: `hlep` isn't an entitlement or parameter. Did you mean `help`?",
    ),
    (
        "a yes without quotes, which YAML leaves alone, but true isn't a verdict",
        ('verdict: "yes"', "verdict: true"),
        "5:30: error: true stands where yes, no or unknown, in quotes belongs. ",
    ),
    (
        "nothing expected",
        ('    expect: {help: {verdict: "yes", days: 30}}\n', ""),
        "2:5: error: A situation has either `expect` or `error`. Write what must come out.",
    ),
]


@pytest.mark.parametrize(("situation", "change", "expected"), SITUATIONS, ids=[row[0] for row in SITUATIONS])
def test_a_bad_situation_is_told_of(situation, change, expected, tmp_path):
    written(tmp_path, "xa/tests/help.yaml", *change)
    found = read_situations(tmp_path, read_law(tmp_path).rulebooks.by_country["xa"])
    assert any(f"help.yaml:{expected}" in str(problem) for problem in found.problems), found.problems
