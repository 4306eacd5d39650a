"""The commands: verdicts with reasons, the schema of facts, and what `rules check` prints."""

import json
import shutil
from functools import cache

import pytest
from typer.testing import CliRunner

from lapotne.cli import app, law
from tests.rules.shipped import RULES

RUN = CliRunner()


@pytest.fixture(scope="module", autouse=True)
def shipped_law_read_once():
    """No command changes the law that ships, and reading it is most of what each does."""
    real, known = law.read_law, cache(law.read_law)

    def read(folder, **how):
        return known(folder, **how) if folder == RULES else real(folder, **how)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(law, "read_law", read)
        yield


@pytest.fixture
def facts(tmp_path):
    file = tmp_path / "facts.yaml"
    file.write_text("written_application: true\npolice_statement: true\n", "utf-8")
    return file


def test_latvia_in_february_2017_gives_180_days_with_reasons(facts):
    told = RUN.invoke(app, ["law", "lv", "--on", "2017-02-01", "--facts", str(facts)])
    assert told.exit_code == 0
    assert "yes  Social rehabilitation course" in told.output
    assert "because: the person or a legal representative has applied in writing" in told.output
    assert "180 days (last stated February 2017)" in told.output


def test_the_same_as_json_in_latvian(facts):
    told = RUN.invoke(app, ["law", "lv", "--on", "2017-02-01", "--facts", str(facts), "--json", "--language", "lv"])
    document = json.loads(told.output)
    course = document["verdicts"][0]
    assert (document["format"], document["on"], course["verdict"]) == ("lapotne-law/1", "2017-02-01", "yes")
    assert course["name"] == "Sociālās rehabilitācijas kurss"
    assert [value["value"]["says"] for value in course["gives"][0]["values"]] == ["180 dienas"]
    assert set(course["rules"][0]["sources"]) <= set(document["sources"])


def told_of_a_course(tmp_path, *more, facts="", on="2026-12-04"):
    (tmp_path / "course.yaml").write_text(f"police_statement: true\ncourse_began: 2026-11-01\n{facts}", "utf-8")
    return RUN.invoke(app, ["law", "lv", "--on", on, "--facts", str(tmp_path / "course.yaml"), *more]).output


def test_a_course_that_runs_has_its_days_used_and_left_its_end_and_its_reminders(tmp_path):
    course = json.loads(told_of_a_course(tmp_path, "--json"))["verdicts"][0]
    clock = course["clock"]
    assert (clock["runs_from"], clock["state"]) == ("2026-11-01", "running")
    assert clock["last_days"] == ["2027-04-29", "2027-04-30"]
    assert (clock["used"], clock["left"]) == ({"least": 33, "most": 34}, {"least": 146, "most": 147})
    assert clock["reminders"][0] == {"day": "2027-03-30", "before": 30, "last_day": "2027-04-29"}
    assert [one["fact"] for one in course["make_sure"]] == ["course_ended"]
    told = told_of_a_course(tmp_path)
    assert "time from 2026-11-01: running; 180 days; days used 33–34; days left 146–147" in told.replace("\xa0", " ")


def test_a_course_said_to_have_ended_has_no_days_left(tmp_path):
    clock = json.loads(told_of_a_course(tmp_path, "--json", facts="course_ended: 2026-11-20\n"))["verdicts"][0]["clock"]
    assert (clock["state"], clock["left"], clock["reminders"]) == ("ended", None, [])


def test_of_a_day_before_the_first_sure_one_the_first_rule_is_told():
    told = json.loads(RUN.invoke(app, ["law", "lv", "--on", "2005-01-01", "--json"]).output)
    course = told["verdicts"][0]
    assert (course["verdict"], bool(course["first_stated"]["rule"])) == ("unknown", True)
    assert set(course["first_stated"]["sources"]) <= set(told["sources"])


def test_a_country_may_be_written_large_and_a_language_that_is_none_is_told():
    assert RUN.invoke(app, ["law", "LV", "--on", "2017-02-01"]).exit_code == 0
    assert "'xx' isn't a language" in RUN.invoke(app, ["law", "lv", "--language", "xx"]).stderr
    assert "None" not in RUN.invoke(app, ["law"]).stderr


def test_a_no_never_stands_alone(tmp_path):
    (tmp_path / "facts.yaml").write_text("written_application: false\n", "utf-8")
    told = RUN.invoke(app, ["law", "lv", "--on", "2023-06-01", "--facts", str(tmp_path / "facts.yaml"), "--json"])
    nos = [verdict for verdict in json.loads(told.output)["verdicts"] if verdict["verdict"] == "no"]
    assert all(verdict["opens"] and verdict["decides"] and verdict["ask_anyway"] for verdict in nos)


def test_facts_that_contradict_each_other_are_a_clear_error(tmp_path):
    file = tmp_path / "facts.yaml"
    file.write_text("proceedings_began: 2016-05-01\nproceedings_ended: 2016-04-01\n", "utf-8")
    told = RUN.invoke(app, ["law", "lv", "--on", "2017-02-01", "--facts", str(file)])
    assert told.exit_code == 1
    assert "These facts can't all be true, so there is no verdict." in told.output
    assert "Proceedings can't have ended before they began. See: proceedings_ended, proceedings_began." in told.output


def test_bad_facts_are_told_all_at_once_with_their_lines(tmp_path):
    file = tmp_path / "facts.yaml"
    file.write_text("aplied: true\nage: old\n", "utf-8")
    told = RUN.invoke(app, ["law", "lv", "--facts", str(file)])
    assert told.exit_code == 1
    assert "facts.yaml:1:1: error: The key `aplied` isn't known here." in told.output
    assert "facts.yaml:2:6: error: `old` isn't a word for an age (child, adult)." in told.output


@pytest.mark.parametrize("arguments", [["law", "zz"], ["law"], ["law", "lv", "--on", "yesterday"]])
def test_a_wrong_argument_says_what_is_possible(arguments):
    told = RUN.invoke(app, arguments)
    assert told.exit_code == 1
    assert "There are: " in told.output or "isn't a day; write it as" in told.output


def test_the_schema_of_facts_is_printed():
    told = RUN.invoke(app, ["law", "--facts-schema"])
    assert json.loads(told.output)["properties"]["written_application"]["x-why"]


@pytest.fixture
def rules(tmp_path):
    for name in ("facts.yaml", "topics.yaml", "sources.yml"):
        shutil.copy(RULES / name, tmp_path / name)
    shutil.copytree(RULES / "lv", tmp_path / "lv")
    return tmp_path


def test_rules_check_has_nothing_to_say_of_latvia(rules):
    told = RUN.invoke(app, ["rules", "check", str(rules), "--asked-on", "2026-11-24"])
    assert (told.exit_code, told.output) == (0, "0 errors, 0 warnings.\n")


def test_rules_check_lists_what_nobody_has_checked_for_a_year(rules):
    told = RUN.invoke(app, ["rules", "check", str(rules), "--asked-on", "2028-01-01"])
    assert told.exit_code == 0
    assert "values not checked for a year" in told.output
    assert "course_length, value 1: last checked 2026-11-24 (reg-889, reg-889-2011)" in told.output


def test_rules_check_ends_with_1_on_an_error_and_names_the_situation_that_no_longer_comes_out(rules):
    file = rules / "lv" / "parameters" / "course_length.yaml"
    file.write_text(file.read_text("utf-8").replace("value: 180, stated_on", "value: 170, stated_on"), "utf-8")
    told = RUN.invoke(app, ["rules", "check", str(rules)])
    assert told.exit_code == 1
    assert "doesn't come out: social_rehabilitation: expected days [180], found [170]" in told.output


def law_of(tmp_path, country, facts, *more):
    (tmp_path / "facts.yaml").write_text(facts, "utf-8")
    told = RUN.invoke(app, ["law", country, "--on", "2026-11-24", "--facts", str(tmp_path / "facts.yaml"), *more])
    assert told.exit_code == 0
    return " ".join(told.output.split()), told.output


def test_rules_are_said_in_whole_sentences(tmp_path):
    told, _ = law_of(tmp_path, "lv", "{}")
    assert "the person isn't a citizen of this country, and the person isn't a citizen of another EU country" in told
    for wrong in ("Not:", "not:", "Citizenship:", "()", "than up to", "ago than at"):
        assert wrong not in told


def test_a_question_of_law_keeps_its_mark(tmp_path):
    told, _ = law_of(tmp_path, "lv", "{}")
    assert "open question: “Which papers does Regulation 344 ask for, and does a foreign statement do?”" in told


def test_a_value_without_a_day_has_no_empty_brackets(tmp_path):
    for country in ("lv", "lt", "pl", "de", "dk", "no", "se", "fi", "ee", "ru"):
        assert "()" not in law_of(tmp_path, country, "presumed_victim: true")[0]


def test_readings_that_say_the_same_are_printed_once_with_all_their_days(tmp_path):
    told, lines = law_of(tmp_path, "lv", "{}")
    assert "Length of the rehabilitation course: 180 days (last stated February 2017; adopted 16 July 2019)" in told
    assert lines.count("Length of the rehabilitation course: 180 days") == 1


def test_what_cannot_change_is_not_offered_as_a_way(tmp_path):
    told, _ = law_of(tmp_path, "fi", "{nationality: national, presumed_victim: true}")
    nothing = "what would open it: nothing can, because this doesn't change: the person is a citizen of this country"
    assert nothing in told
    assert "what would open it: The person isn't a citizen" not in told


def test_every_word_is_latvian_with_what_it_is_and_what_the_source_notes(tmp_path):
    told, _ = law_of(tmp_path, "lv", "nationality: national", "--language", "lv")
    for said in (
        "nē Pārdomu laiks",
        "30 dienas, lai izlemtu",
        "jo: cilvēks ir šīs valsts pilsonis",
        "kas lemj:",
        "Avoti",
    ):
        assert said in told
    assert "Ministru kabineta noteikumiem un rīkojumiem ir zināmas pieņemšanas dienas." in told
    for wrong in ("because:", "rule:", "ask (", "unknown ", "what would open it", "ask anyway"):
        assert wrong not in told


def test_where_nobody_knows_who_decides_it_is_told_as_a_question(tmp_path):
    told, _ = law_of(tmp_path, "lt", "{nationality: national, presumed_victim: true}")
    assert "who decides: open: Who decides on a foreigner's time to reflect and residence permit?" in told


def test_the_list_of_facts_in_the_docs_is_that_of_the_rulebooks():
    told = RUN.invoke(app, ["rules", "facts"])
    assert told.exit_code == 0
    assert (RULES.parent / "docs" / "facts.md").read_text("utf-8") == told.output, (
        "run `lapotne rules facts > docs/facts.md`"
    )
