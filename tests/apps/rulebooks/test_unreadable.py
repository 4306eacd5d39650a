"""A rulebook with errors: its pages say so plainly, the others go on, the command tells the error, a deploy refuses."""

import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from typer.testing import CliRunner

from lapotne.adapters.rulebook_yaml import files
from lapotne.cli import app
from tests.rules.shipped import RULES, rulebooks

COMPARE, ASK = "/en/law/compare/", {"only": "assistance"}
NOT_NOW = "the law can't be read at the moment"

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(tmp_path, settings):
    """A copy of two rulebooks, and of what all share, that a test may spoil; ten take long to read."""
    return read_from(copied_to(tmp_path, "lv", "ee"), settings)


@pytest.fixture(scope="module")
def with_latvia_broken(tmp_path_factory):
    """Read once for all who ask for it."""
    rules = copied_to(tmp_path_factory.mktemp("latvia"))
    file = rules / "lv" / "parameters" / "course_length.yaml"
    file.write_text(file.read_text("utf-8").replace("unit: day", "unit: dey"), "utf-8")
    return rules


@pytest.fixture(scope="module")
def with_all_broken(tmp_path_factory):
    rules = copied_to(tmp_path_factory.mktemp("all"))
    (rules / "facts.yaml").write_text("facts: {", "utf-8")
    return rules


@pytest.fixture
def latvia_is_broken(with_latvia_broken, settings):
    read_from(with_latvia_broken, settings)


@pytest.fixture
def all_is_broken(with_all_broken, settings):
    read_from(with_all_broken, settings)


def copied_to(folder: Path, *countries: str) -> Path:
    """All of them, or some with the rules above the countries."""
    wanted = {*countries, "supranational"} if countries else {file.name for file in RULES.iterdir()}
    others = [file.name for file in RULES.iterdir() if file.is_dir() and file.name not in wanted]
    return Path(shutil.copytree(RULES, folder / "rules", ignore=shutil.ignore_patterns(*others)))


def read_from(rules: Path, settings) -> Path:
    settings.DATA_ROOT, settings.VAR = rules.parent, rules.parent / "var"
    return rules


@pytest.mark.usefixtures("latvia_is_broken")
@pytest.mark.parametrize("page", ["", "?on=2017-02-01", "?from=2012-01-01&to=2017-01-01", "ask/", "course/", "law.pdf"])
def test_its_pages_say_that_it_cannot_be_read_now(client, words, page):
    response = client.get(f"/en/law/lv/{page}")
    assert response.status_code == 503
    assert f"Latvia: {NOT_NOW}" in words(response)
    assert "In danger, call 112." in words(response)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("latvia_is_broken")
def test_answers_posted_to_it_get_no_verdict(client, words):
    for page, data in (("ask", ASK), ("course", {"start": "2026-12-01"})):
        response = client.post(f"/en/law/lv/{page}/", data)
        assert response.status_code == 503
        assert NOT_NOW in words(response)


@pytest.mark.usefixtures("latvia_is_broken")
def test_other_countries_go_on(client, words, cards):
    assert client.get("/en/law/ee/").status_code == client.get("/en/law/se/?on=2022-08-01").status_code == 200
    assert client.post("/en/law/fi/ask/", ASK).status_code == 200
    shown = words(client.get("/en/law/"))
    assert "Latvia Its law can't be read at the moment." in shown
    assert "Estonia" in shown
    response = client.post(COMPARE, {"presumed_victim": "yes"})
    assert response.status_code == 200
    assert "Can't be read at the moment, so not compared: Latvia." in words(response)
    assert cards(response, "unknown")


@pytest.mark.usefixtures("latvia_is_broken")
def test_programs_are_told_too(client):
    countries = {one["country"] for one in client.get("/api/v1/law/countries").json()}
    assert countries == set(rulebooks().by_country) - {"lv"}
    response = client.get("/api/v1/law/countries/lv")
    assert (response.status_code, "can't be read at the moment" in response.json()["detail"]) == (503, True)
    verdicts = client.post("/api/v1/law/verdicts", {"facts": {}}, content_type="application/json").json()
    assert {one["country"] for one in verdicts} == countries


@pytest.mark.usefixtures("all_is_broken")
@pytest.mark.parametrize("page", ["", "compare/", "lv/", "ee/ask/", "lv/law.pdf"])
def test_where_what_all_share_is_broken_every_page_of_the_law_says_so(client, words, page):
    response = client.get(f"/en/law/{page}")
    assert response.status_code == 503
    assert "can't be read at the moment" in words(response)
    assert client.get("/en/").status_code == 200


@pytest.mark.usefixtures("all_is_broken")
@pytest.mark.parametrize("address", ["countries", "facts", "countries/lv"])
def test_then_programs_are_told_too(client, address):
    assert client.get(f"/api/v1/law/{address}").status_code == 503
    assert client.post("/api/v1/law/verdicts", {"facts": {}}, content_type="application/json").status_code == 503


@pytest.mark.usefixtures("rules")
def test_a_file_that_is_mended_is_read_again_at_once(client, rules):
    file = rules / "lv" / "rulebook.yaml"
    right = file.read_text("utf-8")
    for text, status in ((right, 200), ("lapotne: 1\n", 503), (right, 200)):
        file.write_text(text, "utf-8")
        assert client.get("/en/law/lv/").status_code == status


@pytest.mark.parametrize("spoiled", [b"\xff\xfe\x00", b"", b"a: &a [*a]", b"- 1", b"lapotne: 1\n" * 2])
def test_no_spoiled_file_gives_a_page_of_errors(client, rules, spoiled):
    (rules / "lv" / "rulebook.yaml").write_bytes(spoiled)
    assert client.get("/en/law/lv/").status_code == 503
    assert client.get("/en/law/ee/").status_code == 200


def test_a_file_that_leads_nowhere_is_an_error_and_not_a_crash(client, rules):
    (rules / "lv" / "parameters" / "lost.yaml").symlink_to(rules / "nowhere.yaml")
    assert client.get("/en/law/lv/").status_code == 503
    assert client.get("/en/law/ee/").status_code == 200


@pytest.mark.usefixtures("latvia_is_broken")
def test_the_command_tells_the_error_and_a_deploy_refuses():
    told = CliRunner().invoke(app, ["rules", "check"])
    assert told.exit_code == 1
    assert "course_length.yaml" in told.output
    with pytest.raises(SystemCheckError, match=r"course_length\.yaml"):
        call_command("check", deploy=True, tags=["law"])
    with pytest.raises(SystemCheckError, match=r"course_length\.yaml"):
        call_command("prepare_database", verbosity=0)


@pytest.mark.parametrize(
    "page", ["", "lv/", "lv/?from=2012-01-01&to=2017-01-01", "lv/ask/", "lv/course/", "compare/", "lv/law.pdf"]
)
def test_the_files_are_looked_at_once_for_a_page(client, page, monkeypatch):
    looks, all_files = [], files.all_files
    monkeypatch.setattr(files, "all_files", lambda folder: looks.append(folder) or all_files(folder))
    client.get("/en/law/lv/")
    looks.clear()
    client.get(f"/en/law/{page}")
    assert len(looks) == 1
    looks.clear()
    client.post(f"/en/law/{page}", {"presumed_victim": "yes", "start": "2026-12-01"})
    assert len(looks) <= 1
