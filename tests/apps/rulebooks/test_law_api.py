"""Programs get the law and the verdicts that the pages give, and clear errors."""

import pytest
from django.utils import translation

from tests.rules.shipped import rulebooks

LAW = "/api/v1/law"

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    """Verdicts of a country on facts: `ask(police_statement=True)`."""

    def post(where="countries/lv/verdicts", on="2017-02-01", **facts):
        return client.post(f"{LAW}/{where}", {"on": on, "facts": facts}, content_type="application/json")

    return post


def test_countries_are_listed_with_the_days_on_which_something_changed(client):
    found = {one["country"]: one for one in client.get(f"{LAW}/countries").json()}
    assert "2013-10-01" in found["lv"]["changed_on"]
    assert found["ru"]["history"] is True


def test_the_law_of_a_day_says_what_is_certain_and_what_may_be(client):
    law = client.get(f"{LAW}/countries/lv", {"on": "2012-12-11"}).json()
    length = next(one for one in law["parameters"] if one["key"] == "course_length")
    assert [one["value"]["says"].replace("\xa0", " ") for one in length["certain"]] == ["6 months"]
    assert [one["value"]["number"] for one in length["possible"]] == [180]


def test_the_facts_are_published_as_a_schema(client):
    schema = client.get(f"{LAW}/facts").json()
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["properties"]["police_statement"]["x-why"]


def test_a_verdict_has_its_reasons_and_is_kept_nowhere(ask):
    response = ask(written_application=True, police_statement=True)
    found = {one["entitlement"]: one for one in response.json()["verdicts"]}["social_rehabilitation"]
    assert found["verdict"] == "yes"
    assert {one["fact"] for one in found["reasons"]} == {"written_application", "police_statement"}
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


def test_a_verdict_has_its_clock(ask):
    response = ask(on="2026-12-04", police_statement=True, course_began="2026-11-01").json()
    clock = next(one for one in response["verdicts"] if one["entitlement"] == "social_rehabilitation")["clock"]
    assert (clock["runs_from"], clock["state"], clock["left"]) == ("2026-11-01", "running", {"least": 146, "most": 147})


def test_what_is_left_out_is_unknown_and_a_no_is_never_alone(ask):
    found = {one["entitlement"]: one for one in ask(written_application=False).json()["verdicts"]}
    no = found["social_rehabilitation"]
    assert (no["verdict"], bool(no["opens"]), bool(no["decides"]), bool(no["ask_anyway"])) == ("no", True, True, True)
    assert found["proceedings_support"]["verdict"] == "unknown"


def test_the_same_person_in_each_country_and_nobody_is_sent_to_russia(ask):
    found = {one["country"]: one for one in ask("verdicts", age="adult").json()}
    assert set(found) == set(rulebooks().by_country)
    assert all(one["ask_anyway"] is None for one in found["ru"]["verdicts"])


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"shoes": True}, "shoes"),
        ({"police_statement": "perhaps"}, "police_statement"),
        ({"proceedings_began": "2016-05-01", "proceedings_ended": "2016-04-01"}, "can't have ended before they began"),
    ],
)
def test_wrong_facts_get_a_clear_error_and_no_verdict(ask, facts, told):
    response = ask(**facts)
    assert response.status_code == 422
    assert told in response.json()["detail"]


def test_a_wrong_day_or_country_is_told(client, ask):
    with translation.override("lv"):
        assert "isn't a day we can answer for. Write one" in ask(on="soon").json()["detail"]
    response = client.get(f"{LAW}/countries/xx")
    assert response.status_code == 404
    assert "/api/v1/law/countries lists them" in response.json()["detail"]
