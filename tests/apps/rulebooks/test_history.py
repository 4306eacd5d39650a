"""A country whose law is history: whatever its rulebook holds, nobody is sent there."""

from dataclasses import replace

import pytest

from lapotne.adapters.rulebook_yaml import Law
from lapotne.apps.rulebooks.queries import law
from tests.rules.shipped import rulebooks

pytestmark = pytest.mark.django_db


@pytest.fixture
def latvia_is_history(monkeypatch):
    books = rulebooks()
    past = replace(books.by_country["lv"], is_history=True)
    changed = replace(books, by_country=dict(books.by_country) | {"lv": past})
    monkeypatch.setattr(law, "_read", lambda *_files: Law(changed))


@pytest.mark.usefixtures("latvia_is_history")
def test_its_page_gives_no_number_and_asks_nobody_anything(client, markup, words):
    response = client.get("/en/law/lv/")
    assert "Latvia: history, nobody is sent there" in words(response)
    assert "Whom to call" not in words(response)
    for part in ("tel:", "28612120", "/law/lv/ask/", "/law/lv/course/"):
        assert part not in markup(response)
    assert client.get("/en/law/lv/ask/").status_code == client.get("/en/law/lv/course/").status_code == 404


@pytest.mark.usefixtures("latvia_is_history")
def test_beside_other_countries_its_no_sends_to_where_the_person_is(client, markup):
    shown = markup(client.post("/en/law/compare/", {"nationality": "national", "presumed_victim": "yes"}))
    latvia = shown.split('id="in-lv"')[1].split("</section>")[0]
    assert "verdict--no" in latvia
    assert "tel:" not in latvia
    assert "28612120" not in latvia
    assert "ask the help of the country in which the person is now" in latvia


@pytest.mark.usefixtures("latvia_is_history")
def test_programs_are_sent_nowhere_either(client):
    response = client.post("/api/v1/law/countries/lv/verdicts", {"facts": {}}, content_type="application/json")
    assert all(one["ask_anyway"] is None for one in response.json()["verdicts"])
