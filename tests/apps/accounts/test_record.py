"""Who did what in a place is shown to whoever answers for it, on a page, as a table and on the terminal."""

import ast
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from typer.testing import CliRunner

import lapotne
from lapotne.apps.accounts import actions
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.accounts.presenters import record
from lapotne.apps.audit import actions as audit
from lapotne.apps.audit import queries
from lapotne.cli import app
from tests.people import person

pytestmark = pytest.mark.django_db

TOWN, OTHER = (f"/en/staff/access/towns/{key}/record/" for key in ("lv-liepkalni", "lv-osukrasts"))
COUNTRY = "/en/staff/access/countries/lv/record/"


@pytest.fixture
def acts(alice, charlie, town, other_town, now):
    """Alice gave Vera a role in her town; Charlie reset a factor in his, and ended a session of no town."""
    vera = person("vera")
    actions.give_role(by=alice, at=now, user=vera, kind=RoleKind.VIEWER, municipality=town)
    reset = {"verb": "reset_second_factor", "subject": vera, "reason": "=came by", "municipality": other_town.key}
    audit.record(at=now, by=charlie, **reset)
    audit.record(at=now, by=charlie, verb="end_sessions", subject=charlie)


def test_a_coordinator_reads_of_her_own_town_alone(acts, alice, signed_in):
    client = signed_in(alice)
    shown = client.get(TOWN).text
    assert "gave a role" in shown
    assert "reset somebody" not in shown
    assert [client.get(address).status_code for address in (OTHER, COUNTRY, f"{OTHER}record.csv")] == [404, 404, 404]


def test_an_editor_of_an_institution_reads_no_record(acts, bob, signed_in):
    assert signed_in(bob).get(TOWN).status_code == 404


def test_a_national_coordinator_reads_of_the_whole_country_and_of_its_people(acts, nora, signed_in):
    shown = signed_in(nora).get(COUNTRY).text
    assert all(words in shown for words in ("gave a role", "reset somebody’s second factor", "ended all sessions"))


def test_acts_are_found_by_who_what_and_day(acts, alice, charlie, nora, signed_in):
    client = signed_in(nora)
    found = {
        asked: client.get(f"{COUNTRY}record.csv?{asked}").text.count("2026-11-18")
        for asked in (
            f"by={charlie.pk}",
            f"act=give_role&by={alice.pk}",
            "since=2026-11-19",
            "until=2026-11-18&act=end_sessions",
        )
    }
    assert found == {f"by={charlie.pk}": 2, f"act=give_role&by={alice.pk}": 1, "since=2026-11-19": 0,
                     "until=2026-11-18&act=end_sessions": 1}  # fmt: skip


def test_a_filter_that_is_no_day_shows_nothing_and_says_so(acts, alice, signed_in):
    shown = signed_in(alice).get(f"{TOWN}?since=yesterday").text
    assert "Enter a valid date" in shown
    assert "gave a role" not in shown.partition("<table")[2]


def test_the_table_runs_nothing_in_a_spreadsheet(acts, charlie, signed_in):
    assert ",'=came by" in signed_in(charlie).get(f"{OTHER}record.csv").text


def test_older_acts_stand_on_the_next_page_each_once(alice, town, now, signed_in):
    for _number in range(queries.PAGE + 1):
        audit.record(at=now, by=alice, verb="open_mechanism", subject=town, municipality=town.key)
    client = signed_in(alice)
    acts = queries.of_municipality(town.key)
    first, older = queries.page(acts, None)
    second, end = queries.page(acts, older)
    assert f"before={older}" in client.get(TOWN).text
    assert sorted(act.pk for act in (*first, *second)) == sorted(acts.values_list("pk", flat=True))
    assert end is None


def test_the_terminal_tells_the_same(acts):
    printed = StringIO()
    call_command("read_record", "--place=lv-osukrasts", "--csv", stdout=printed)
    assert printed.getvalue().splitlines()[1].startswith("2026-11-18T03:00:00+00:00,charlie,reset_second_factor")


def test_the_command_says_what_is_wrong_with_a_place():
    with pytest.raises(CommandError, match="No municipality or country has the key 'lv-nowhere'"):
        call_command("read_record", "--place=lv-nowhere")


def test_lapotne_audit_prints_acts_or_says_that_there_are_none(acts):
    assert "give_role" in CliRunner().invoke(app, ["audit", "--place", "lv-liepkalni", "--by", "alice"]).output
    refused = CliRunner().invoke(app, ["audit", "--since", "yesterday"])
    assert (refused.exit_code, "Traceback" in refused.output) == (1, False)


def test_every_verb_that_is_recorded_has_words():
    folder = Path(lapotne.__file__).parent / "apps"
    verbs = {verb for file in folder.rglob("*.py") for verb in verbs_of(ast.parse(file.read_text()))}
    assert len(verbs) > 15
    assert verbs - set(record.words()) == set(), "say it in `acts` of its app's AppConfig"


def verbs_of(tree: ast.Module) -> set[str]:
    named = (word for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords)
    return {word.value.value for word in named if word.arg == "verb" and isinstance(word.value, ast.Constant)} - {""}
