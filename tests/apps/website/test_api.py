"""Programs get the answers that the pages give, and clear errors."""

import pytest

NOW = "/api/v1/municipalities/lv-demo/now"
A_MAN = {"need": "bed", "at": "2026-11-18T03:00", "facts": {"sex": "male", "age": "adult"}}

pytestmark = pytest.mark.usefixtures("demo")


def ask(client, **changes):
    in_english = {"accept-language": "en"}
    return client.post(NOW, {**A_MAN, **changes}, content_type="application/json", headers=in_english)


def test_a_program_learns_that_nobody_has_a_bed_and_whom_to_call_instead(client):
    answer = ask(client).json()
    assert (answer["state"], answer["is_gap"], answer["emergency"]) == ("nobody", True, "112")
    assert answer["now"] == []
    assert answer["later"][0]["opens_at"] == "2026-11-18T08:00:00+02:00"
    assert answer["instead"][0]["contacts"][0]["value"] == "+371 00010019"


def test_years_say_more_than_child_or_adult(client):
    assert ask(client, facts={"sex": "male", "age": 30}).json()["state"] == "nobody"
    assert ask(client, facts={"sex": "male", "age": 12}).json()["state"] == "covered"


def test_what_is_left_out_is_unknown(client):
    answer = client.get(NOW, {"need": "bed", "at": "2026-11-18T03:00"}).json()
    assert (answer["state"], answer["facts_that_matter"]) == ("depends", ["age", "sex"])


def test_an_answer_with_facts_is_kept_nowhere_and_sets_no_cookie(client):
    response = ask(client)
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


def test_the_towns_and_needs_are_listed(client):
    towns = {town["key"]: town["has_mechanism"] for town in client.get("/api/v1/municipalities").json()}
    assert towns["lv-demo"] is True
    assert "bed" in {need["key"] for need in client.get("/api/v1/needs").json()}


@pytest.mark.parametrize(
    ("changes", "status", "told"),
    [
        ({"need": "a-pony"}, 404, "/api/v1/needs lists them"),
        ({"at": "soon"}, 422, "as 2026-11-18T03:00"),
        ({"facts": {"shoes": "yes"}}, 422, "Not an attribute: shoes"),
        ({"facts": {"sex": "unsure"}}, 422, "sex: "),
        ({"facts": {"age": 300}}, 422, "years: "),
        ({"facts": [1]}, 422, "facts"),
    ],
)
def test_a_wrong_question_is_told_what_is_wrong(client, changes, status, told):
    response = ask(client, **changes)
    assert response.status_code == status
    assert told in response.json()["detail"]


def test_an_unknown_town_is_told_where_the_towns_are(client):
    response = client.get("/api/v1/municipalities/lv-atlantis/now?need=bed")
    assert response.status_code == 404
    assert "/api/v1/municipalities lists them" in response.json()["detail"]


def test_an_answer_takes_two_look_ups(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        ask(client)
