"""The job-offer check on its pages: what is found, what must never be kept, and what a wrong form is told."""

import pytest

from lapotne.domain.adverts.checking import LONGEST

PAGE, QUESTIONS, SHEET, API = "/en/advert/", "/en/advert/questions/", "/en/advert/sheet/", "/api/v1/adverts/check"
BAD = "We keep your passport in the office. You pay a deposit of 200 euros. Write on WhatsApp."
FINE = (
    "Northbrook Farm Ltd, 4 Mill Street. You pick apples 40 hours a week for 12 pounds an hour. Written contract "
    "from the first day. Call 01632 960 114."
)
WORRYING = {"employer": "no", "contact": "yes", "passport": "yes", "money": "no"}

pytestmark = pytest.mark.django_db


def test_an_offer_is_shown_with_its_words_marked_and_reasons(client):
    page = client.post(PAGE, {"text": BAD})
    assert page.status_code == 200
    assert "strong warning signs" in page.text
    assert "<mark>" in page.text
    assert "passport" in page.text.partition("<mark>")[2].partition("</mark>")[0]
    assert 'href="#sign-1"' in page.text
    assert 'id="sign-1"' in page.text
    assert "They want your passport" in page.text


def test_nothing_found_is_never_called_safe(client):
    page = client.post(PAGE, {"text": FINE})
    assert "Nothing found, and that doesn&#x27;t make it safe" in page.text
    assert "can't see who is behind an offer" in page.text
    assert "<mark>" not in page.text


@pytest.mark.parametrize(("path", "sent"), [(PAGE, {"text": BAD}), (PAGE, {"text": FINE}), (QUESTIONS, {})])
def test_every_result_says_where_to_check(client, path, sent):
    shown = client.post(path, sent).text
    for key in ("company-register", "licensed-agencies-lv", "eures", "embassy"):
        assert shown.count(f'id="place-{key}"') == 1


def test_answers_of_which_none_is_known_are_told_what_a_check_of_answers_cannot_see(client):
    shown = client.post(QUESTIONS, {}).text
    assert "a check of answers sees neither the offer itself" in shown
    assert "Your answers were not stored" in shown
    assert "a check of words" not in shown
    assert "The text was not stored" not in shown


def test_every_result_leads_to_somebody_who_can_help(client):
    for text in (BAD, FINE):
        assert 'href="/en/help/"' in client.post(PAGE, {"text": text}).text.partition("Talk to somebody")[2]


def test_after_a_strong_sign_somebody_to_talk_to_comes_before_the_signs(client):
    page = client.post(PAGE, {"text": BAD}).text
    places = [page.index(f'id="{part}"') for part in ("talk", "marked", "signs")]
    assert places == sorted(places)
    assert page.count('id="talk"') == 1


def test_after_weak_signs_only_they_come_first(client):
    page = client.post(PAGE, {"text": "Good work at a good place. Write on WhatsApp."}).text
    assert "strong warning sign" not in page
    assert page.index('id="signs"') < page.index('id="talk"')
    assert page.count('id="talk"') == 1


def test_the_language_is_guessed_and_can_be_chosen(client):
    polish = "Paszport oddajesz koordynatorowi, który przechowuje go do końca sezonu."
    assert "They want your passport" in client.post(PAGE, {"text": polish}).text
    assert "They want your passport" not in client.post(PAGE, {"text": polish, "language": "fi"}).text


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Paste or type the offer first"),
        ({"text": "   "}, "Paste or type the offer first"),
        ({"text": "x" * (LONGEST + 1)}, "This text is too long: 10001 characters"),
        ({"text": BAD, "language": "xx"}, "Select a valid choice"),
        ({"text": "a\x00b"}, "Null characters are not allowed"),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_the_text(client, sent, told):
    page = client.post(PAGE, sent)
    assert page.status_code == 400
    assert told in page.text
    assert sent.get("text", "").strip("\x00 ")[:20] in page.text


def test_a_text_full_of_attacks_is_shown_as_text(client):
    text = "<script>alert(1)</script> We keep your passport <img src=x onerror=alert(1)> {{ 7*7 }} in the office."
    page = client.post(PAGE, {"text": text})
    assert "<script>alert(1)</script>" not in page.text
    assert "<img" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "{{ 7*7 }}" in page.text


@pytest.mark.parametrize(("path", "sent"), [(PAGE, {"text": BAD}), (PAGE, {}), (QUESTIONS, WORRYING), (QUESTIONS, {})])
def test_what_is_sent_is_kept_nowhere(client, path, sent, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.post(path, sent)
    assert page.headers["Cache-Control"] == "no-store"
    assert not page.cookies
    assert "cookie" not in page.headers.get("Vary", "").lower()
    assert "csrfmiddlewaretoken" not in page.text


def test_a_text_in_the_address_is_not_looked_at(client):
    page = client.get(PAGE, {"text": BAD})
    assert "<mark>" not in page.text
    assert "keep your passport" not in page.text


def test_a_text_stands_in_no_log(client, caplog):
    with caplog.at_level("DEBUG"):
        client.post(PAGE, {"text": "canary-offer passport"})
        client.post(API, {"text": "canary-offer passport"}, content_type="application/json")
    assert "canary-offer" not in caplog.text


def test_ten_questions_raise_the_same_signs_and_unknown_ones_are_to_be_asked(client):
    page = client.post(QUESTIONS, WORRYING)
    assert "1 strong warning sign" in page.text
    assert "They want your passport" in page.text
    assert "Ask this before you go on" in page.text
    assert page.text.count("<legend>") == 0
    assert client.get(QUESTIONS).text.count("<legend>") == 10


def test_an_answer_that_is_none_of_the_three_is_told_and_the_others_stay(client):
    page = client.post(QUESTIONS, {**WORRYING, "work": "perhaps"})
    assert page.status_code == 400
    assert "Choose one of the three answers" in page.text
    assert 'name="passport" value="yes" checked' in page.text


@pytest.mark.parametrize("language", ["lv", "en", "pl", "uk"])
def test_the_classroom_sheet_has_offers_and_answers_in_the_language(client, language):
    page = client.get(f"/{language}/advert/sheet/")
    assert page.text.count("sheet__offer") == 10
    assert "<mark>" in page.text.partition("sheet__answers")[2]
    assert "<mark>" not in page.text.partition("sheet__answers")[0]


def test_the_menu_leads_to_the_check(client):
    assert 'href="/en/advert/"' in client.get("/en/").text


def test_a_program_gets_the_same_flags_with_their_places(client):
    answer = client.post(API, {"text": BAD}, content_type="application/json")
    assert answer.headers["Cache-Control"] == "no-store"
    found = {finding["flag"]: finding for finding in answer.json()["findings"]}
    assert {"passport_taken", "fee_or_deposit"} <= set(found)
    place = found["passport_taken"]["spans"][0]
    assert "passport" in BAD[place["start"] : place["end"]]
    assert found["passport_taken"]["strength"] == "strong"


@pytest.mark.parametrize("body", [{"text": ""}, {"text": "x" * (LONGEST + 1)}, {"text": BAD, "language": "xx"}, {}])
def test_a_program_is_told_what_is_wrong(client, body):
    answer = client.post(API, body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_each_language_of_an_offer_stands_by_its_own_name(client):
    text = client.get("/pl/advert/").text
    for code, own in (("en", "English"), ("uk", "Українська"), ("pl", "Polski")):
        assert f'<option value="{code}" lang="{code}">{own}</option>' in text
