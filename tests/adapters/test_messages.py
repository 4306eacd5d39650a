"""What a bad file is told: the line, what is wrong and how to mend it, word for word."""

import pytest

from lapotne.adapters.mechanism_yaml import Document, read_mechanism
from tests.adapters.texts import COUNTRY, TOWN, changed

IN_THE_TOWN = [
    (
        "a key that nobody knows",
        ("minutes_to_respond: 30", "minutes_to_respnd: 30"),
        "22:13: error: The key `minutes_to_respnd` isn't known here. Did you mean `minutes_to_respond`?",
    ),
    (
        "a need that nobody knows",
        ("meets: [bed]", "meets: [beds]"),
        "14:17: error: `beds` isn't a need. Did you mean `bed`?",
    ),
    (
        "a type of institution that nobody knows",
        ("type: shelter", "type: night_palace"),
        "7:11: error: `night_palace` isn't a type of institution. reference/institution_types.yaml lists them.",
    ),
    (
        "an attribute that nobody knows",
        ("{sex: [male], age: adult}", "{gender_: [male], ages: adult}"),
        "16:40: error: The key `ages` isn't known here. Did you mean `age`?",
    ),
    (
        "a value that an attribute doesn't have",
        ("capacity: [{count: 4, sex: [male]}]", "capacity: [{count: 4, sex: [mal]}]"),
        "17:37: error: `mal` isn't a value of `sex`. Did you mean `male`?",
    ),
    (
        "a word where a list belongs",
        ("eligibility: {sex: [male], age: adult}", "eligibility: {sex: male}"),
        "16:28: error: `male` isn't a list in square brackets. Write a list such as [female], or `unknown`.",
    ),
    (
        "hours in no syntax at all",
        ('"Mo-Su 18:00-08:00; PH 18:00-08:00"', "at night"),
        "20:20: error: 'at night' isn't opening_hours syntax. Write it such as Mo-Fr 08:00-17:00; PH off. The syntax",
    ),
    (
        "hours that follow the sun",
        ('"Mo-Su 18:00-08:00; PH 18:00-08:00"', '"sunset-sunrise"'),
        "20:20: error: 'sunset-sunrise' follows the sun; write clock times such as 08:00-17:00. The syntax",
    ),
    (
        "hours that name school holidays",
        ('"Mo-Su 18:00-08:00; PH 18:00-08:00"', '"Mo-Su 18:00-08:00; SH off"'),
        "20:20: error: 'Mo-Su 18:00-08:00; SH off' names school holidays (SH), which differ",
    ),
    (
        "a street address of a bed",
        ("{en: A bed for the night}", "{en: A bed at Rīgas iela 12}"),
        "13:20: error: This holds a street address, and a bed is among the services here. "
        "A bed has no address: say the municipality in `place:`, and tell the way by phone.",
    ),
    (
        "a key for an address",
        ("        meets: [bed]", "        meets: [bed]\n        address: none"),
        "15:9: error: The key `address` isn't known here. "
        "A place is a municipality and never finer: write `place: own` or a municipality's code.",
    ),
    (
        "a code that no municipality has",
        ("area: [LV-113, LV-022]", "area: [LV-113, LV-999]"),
        "15:24: error: `LV-999` isn't a municipality's code. ",
    ),
    (
        "a country whose municipalities nobody listed",
        ("municipality: LV-113", "municipality: LV-113\ncountry: zz"),
        "5:10: error: `zz` isn't a country whose municipalities are known. Write one of: lv.",
    ),
    (
        "the same key twice",
        ("        meets: [bed]", "        meets: [bed]\n        meets: [food]"),
        "15:9: error: The key `meets` stands here twice; the first is in line 14. "
        "Keep one of them, or give the second its own key.",
    ),
    (
        "a day counted from today outside a demo",
        ("on: 2026-11-01", "on: today-14d"),
        "23:32: error: `today-14d` is a relative day in a file that isn't a demo. "
        "Write the day like 2026-11-24; only a file with `demo: true` counts from today.",
    ),
    (
        "a day that no calendar has",
        ("on: 2026-11-01", "on: 2026-02-30"),
        "23:32: error: `2026-02-30` isn't a day of the calendar. Write it like 2026-11-24.",
    ),
    (
        "days in the wrong order",
        ("to: 2027-01-02", "to: 2026-01-02"),
        "24:47: error: `to` (2026-01-02) comes before `from` (2026-12-28). Put the days in order; both are included.",
    ),
    (
        "ages in the wrong order",
        ("age: adult", "age: {from: 30, below: 18}"),
        "16:36: error: No age lies in this range. `below` is excluded, so it must be above `from`.",
    ),
    (
        "a source that isn't listed",
        ("confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}", "confirmation: {source: laws}"),
        "23:36: error: The source `laws` isn't listed. Add it to `sources:`, or write one of: law, undated.",
    ),
    (
        "a number in quotes",
        ("minutes_to_respond: 30", 'minutes_to_respond: "30"'),
        "22:33: error: `30` stands where a number of minutes belongs. Write it without quotes.",
    ),
    (
        "an entry that lacks what no upper layer gives",
        ("        names: {en: Night shelter}\n", ""),
        "11:7: error: The key `names` is missing. Add `names:` (names by language).",
    ),
    (
        "an unquoted comma that cuts a text in two",
        ("{en: A bed for the night}", "{en: A bed, warm and dry}"),
        "13:27: error: `warm and dry` isn't a key of a mapping of texts by language. "
        "Put a text that holds a comma or a colon in quotes, or what follows reads as a key.",
    ),
    (
        "a municipality's key and code that don't belong together",
        ("key: lv-valmiera", "key: lv-cesis"),
        "3:6: error: The municipality LV-113 has the key `lv-valmiera` in the reference. "
        "Write `key: lv-valmiera` and name the file so, or mend the code.",
    ),
    (
        "a file that says the wrong layer",
        ("layer: municipality", "layer: region"),
        "4:1: error: `municipality` doesn't belong in a file of layer region. "
        "Leave it out, or write `layer: municipality`.",
    ),
    (
        "a tab",
        ("        meets: [bed]", "\tmeets: [bed]"),
        "14:1: error: A tab indents this line. YAML is indented with spaces: replace the tab.",
    ),
    (
        "a bracket that never closes",
        ("meets: [bed]", "meets: [bed"),
        ": error: This isn't YAML: while parsing a flow sequence",
    ),
    (
        "a confirmation that nobody gave",
        ("confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}", "confirmation: {by: coordinator}"),
        "23:13: error: Nobody's word stands here. Write `on:` with the day, or `source:` with its key.",
    ),
    (
        "a mail address where a number belongs",
        ('value: "+371 64000000"', "value: help@example.org"),
        "9:37: error: `help@example.org` doesn't look like a contact of kind phone. "
        "Write it like +371 67000000 or 112.",
    ),
    (
        "a tag of YAML",
        ("count: 4", "count: !!python/int 4"),
        "17:28: error: The tag tag:yaml.org,2002:python/int isn't part of the format. Leave the tag out.",
    ),
]

WARNINGS = [
    (
        "a rule that a later one hides altogether",
        ('"Mo-Su 18:00-08:00; PH 18:00-08:00"', '"Mo-Fr 08:00-17:00; Mo-Fr 17:00-08:00"'),
        "20:20: warning: Rule 1 of `Mo-Fr 08:00-17:00; Mo-Fr 17:00-08:00` never counts: "
        "rule 2 after it holds on all of its days. "
        "A rule after `;` replaces the whole day. To add to it, join them with a comma.",
    ),
    (
        "a confirmation by a source without a date",
        ("confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}", "confirmation: {source: undated}"),
        "23:36: warning: The source `undated` has no date, so it confirms nothing. Give the source its `date:`.",
    ),
    (
        "a confirmation still to come",
        ("on: 2026-11-01", "on: 2026-12-01"),
        "23:32: warning: The confirmation is of 2026-12-01, which is still to come. "
        "Write the day on which it was confirmed.",
    ),
    (
        "a word on holidays beside hours that settle them",
        ("            mode: in_person", "            mode: in_person\n            on_holidays: closed"),
        "22:26: warning: `Mo-Su 18:00-08:00; PH 18:00-08:00` speaks of holidays itself, "
        "so `on_holidays` has no effect. Leave one of them out.",
    ),
]


@pytest.fixture(scope="module")
def country(checker) -> Document:
    found = read_mechanism(COUNTRY, checker)
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(("situation", "change", "expected"), IN_THE_TOWN, ids=[row[0] for row in IN_THE_TOWN])
def test_an_error_names_the_line_and_the_mend(situation, change, expected, checker, country):
    problems = read_mechanism(changed(TOWN, *change), checker, above=[country], file="town.yaml")
    assert isinstance(problems, list)
    assert any(expected in str(problem) for problem in problems), "\n".join(map(str, problems))


@pytest.mark.parametrize(("situation", "change", "expected"), WARNINGS, ids=[row[0] for row in WARNINGS])
def test_a_warning_rides_along(situation, change, expected, checker, country):
    document = read_mechanism(changed(TOWN, *change), checker, above=[country], file="town.yaml")
    assert isinstance(document, Document), document
    assert [f"town.yaml:{expected}" in str(problem) for problem in document.warnings] == [True]


def test_a_good_file_has_nothing_to_say(checker, country):
    document = read_mechanism(TOWN, checker, above=[country])
    assert isinstance(document, Document)
    assert document.warnings == ()


def test_all_problems_come_at_once_in_the_order_of_lines(checker, country):
    text, changes = TOWN, {situation: change for situation, change, _ in IN_THE_TOWN}
    for about in ("that nobody knows", "wrong order", "today outside"):
        for situation in (
            found for found in changes if about in found and "attribute" not in found and "ages" not in found
        ):
            text = changed(text, *changes[situation])
    problems = read_mechanism(text, checker, above=[country])
    assert [problem.line for problem in problems] == [7, 14, 22, 23, 24]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "(text):1:1: error: The file is empty. Begin with `lapotne: 1`."),
        ("# nothing", "(text):1:1: error: The file is empty. Begin with `lapotne: 1`."),
        ("- a\n- b\n", "(text):1:1: error: The file isn't a mapping of keys. Begin with `lapotne: 1`."),
        ("just words", "(text):1:1: error: The file isn't a mapping of keys. Begin with `lapotne: 1`."),
        ("a: \0", "(text):1:4: error: A control character (U+0000) stands here, so this isn't a text file."),
        ("[" * 200, "(text):1:1: error: Values are nested more than 60 levels deep."),
        ("{a: " * 100_000, "(text):1:1: error: Values are nested more than 60 levels deep."),
        ("- " * 100_000, "(text):1:1: error: Values are nested more than 60 levels deep."),
        ("a: &x 1\nb: &x 2\nc: *x\n", "This isn't YAML: "),
        ("a: *nobody\n", "This isn't YAML: found undefined alias"),
        ("a: 1\n--- \nb: 2\n", "This isn't YAML: expected a single document in the stream"),
        ("&a [*a, *a]", "error: "),
    ],
)
def test_what_is_no_mechanism_at_all_is_told_so(text, expected, checker):
    problems = read_mechanism(text, checker)
    assert expected in str(problems[0])


def test_aliases_that_unfold_without_end_are_refused(checker):
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    problems = read_mechanism(bomb, checker)
    assert "unfold to more values" in str(problems[0])


def test_bytes_that_are_no_text_are_told_so(checker, tmp_path):
    file = tmp_path / "lv-valmiera.yaml"
    file.write_bytes(b"lapotne: 1\n\xff\xfe\x00")
    problems = read_mechanism(file, checker)
    assert str(problems[0]).endswith(
        "lv-valmiera.yaml:2:1: error: The file isn't text in UTF-8. Save it as UTF-8, without compression."
    )


def test_a_file_that_is_not_there_is_told_so(checker, tmp_path):
    problems = read_mechanism(tmp_path / "nowhere.yaml", checker)
    assert "The file can't be read: No such file or directory." in str(problems[0])


def test_a_file_called_otherwise_than_its_key_is_told_so(checker, country, tmp_path):
    file = tmp_path / "valmiera.yaml"
    file.write_text(TOWN, encoding="utf-8")
    problems = read_mechanism(file, checker, above=[country])
    assert ":3:6: error: The key is `lv-valmiera`, the file is called `valmiera`." in str(problems[0])
