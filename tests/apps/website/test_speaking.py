"""The help finder by language: who speaks it comes first, nobody is hidden, and the database isn't asked more."""

import re

import pytest

AT = "at=2026-11-16T11:00"
INTERPRETER = f"/en/help/lv-demo/interpreter/?{AT}"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def bodies(text: str) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", text)


def test_who_speaks_the_language_comes_first_and_the_others_unfold(client):
    everybody, chosen = client.get(INTERPRETER).text, client.get(f"{INTERPRETER}&speaks=vi").text
    first = chosen.partition('<details class="more">')[0]
    assert "Interpreting office “Trīs valodas”" in first
    assert set(bodies(everybody)) == set(bodies(chosen))
    assert '<option value="vi" selected>Vietnamese</option>' in chosen


def test_where_nobody_speaks_it_all_are_shown_and_it_is_said(client):
    plain = client.get(f"/en/help/lv-demo/doctor/?{AT}").text
    chosen = client.get(f"/en/help/lv-demo/doctor/?{AT}&speaks=bg").text
    assert bodies(plain) == bodies(chosen)
    assert "Nobody here is listed with this language: Bulgarian." in chosen


def test_what_was_told_of_the_person_stays_told(client):
    page = client.post(f"/en/help/lv-demo/bed/?{AT}", {"sex": "male", "age": "adult", "speaks": "uk"})
    form = page.text.partition('class="more-facts speaking')[2].partition("</form>")[0]
    assert 'method="post"' in form
    assert '<input type="hidden" name="sex" value="male">' in form


@pytest.mark.parametrize("said", ["", "xx", "<script>", "en,uk"])
def test_a_code_of_no_language_chooses_none(client, said):
    page = client.get("/en/help/lv-demo/bed/", {"speaks": said})
    assert page.status_code == 200
    assert " selected>" not in page.text.partition('class="more-facts speaking')[2].partition("</form>")[0]


def test_it_costs_no_query(client, django_assert_num_queries):
    client.get(INTERPRETER)
    with django_assert_num_queries(2):
        client.get(f"{INTERPRETER}&speaks=uk")


def test_hours_say_whether_they_are_open_now(client):
    page = client.get("/en/help/lv-demo/decide/?at=2026-11-16T11:00").text
    assert "<span>open now, closes 17:00</span>" in page
    night = client.get("/en/help/lv-demo/bed/?at=2026-11-18T03:00").text
    assert "<span>opens 08:00</span>" in night
    talk = client.get("/en/help/lv-demo/advice_talk/?at=2026-11-16T11:00").text
    assert "<span>open now, day and night</span>" in talk
