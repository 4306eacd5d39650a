"""Who can help now: from the town to the need to the number to call, and what must never be shown."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.models import Offering
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.municipalities import queries
from tests.languages import CODES
from tests.people import person

AT_NIGHT = "2026-11-18T03:00"
STAFF_ONLY = "00010002"
SECRET_MARK = "Slepenā iela 7"
A_MAN = {"sex": "male", "age": "adult"}

pytestmark = pytest.mark.usefixtures("demo")


def answer(client, need="bed", *, facts=None, at=AT_NIGHT, town="lv-demo", language="en"):
    address = f"/{language}/help/{town}/{need}/" + (f"?at={at}" if at else "")
    return client.post(address, facts) if facts is not None else client.get(address)


def heading(page) -> str:
    return re.search(r"<h1>(.*?)</h1>", page.text).group(1)


def test_every_municipality_of_today_is_offered_and_those_with_a_mechanism_are_marked(client):
    page = client.get("/en/help/")
    for name in ("Saulgriezi", "Velziedi", "Valmiera Municipality"):
        assert re.search(rf"{name}</span> <span class=\"choice__note\">", page.text)


def test_towns_stand_by_the_readers_alphabet(client):
    names = re.findall(r'choice__name">([^<]+)<', client.get("/lv/help/").text)
    assert names == ["Saulgrieži", "Valmieras novads", "Vēlziedi"]


def test_a_search_without_accents_finds_the_town_and_goes_there(client):
    assert client.get("/en/help/?town=saulgriezi").url == "/en/help/lv-demo/"
    assert client.get("/en/help/?town=VĒLZ").url == "/en/help/lv-demo-neighbour/"


def test_a_name_in_cyrillic_finds_the_town(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/uk/help/", {"town": "Валмієра"}).url == "/uk/help/lv-valmiera/"
    assert client.get("/ru/help/", {"town": "Саулгриежи"}).url == "/ru/help/lv-demo/"


def test_a_slip_is_asked_about_and_never_sent_on(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        page = client.get("/en/help/?town=Valmeira")
    assert "Did you mean one of these?" in page.text
    assert re.findall(r'href="/en/help/([a-z-]+)/"', page.text.partition("Did you mean")[2]) == ["lv-valmiera"]


def test_a_search_that_finds_nothing_says_what_to_do(client):
    page = client.get("/en/help/?town=Atlantis")
    assert page.status_code == 200
    assert "No municipality of today is called “Atlantis”" in page.text
    assert "Did you mean" not in page.text


def test_an_ended_municipality_leads_to_those_that_took_over(client, demo):
    other = type(demo).objects.get(key="lv-valmiera")
    demo.valid_to = datetime(2021, 7, 1, tzinfo=UTC).date()
    demo.save()
    demo.successors.add(other)
    page = client.get("/en/help/lv-demo/")
    assert "no longer exists" in heading(page)
    assert 'href="/en/help/lv-valmiera/"' in page.text


def test_the_most_urgent_needs_come_first_and_danger_to_life_above_them(client):
    page = client.get("/en/help/lv-demo/")
    needs = re.findall(r'href="/en/help/lv-demo/([a-z_]+)/"', page.text)
    assert needs[:5] == ["safety", "bed", "receive_report", "decide", "advice_talk"]
    assert len(needs) == len(set(needs)) > 20
    assert page.text.index("tel:112") < page.text.index("/help/lv-demo/safety/")


@pytest.mark.parametrize("language", CODES)
def test_each_need_is_explained_in_the_readers_language(client, language):
    page = client.get(f"/{language}/help/lv-demo/").text
    assert page.count("choice__note") > 20
    assert 'class="spoken"' not in page
    assert not re.findall(r'choice__n(?:ote|ame)"><span lang="', page)


def test_nobody_has_a_bed_for_a_man_at_three_in_the_night(client):
    page = answer(client, facts=A_MAN)
    assert heading(page) == "Nobody here has a bed for a man at this hour"
    assert "Shelter “Osta” can help from 08:00" in page.text


def test_danger_to_life_comes_before_anybody_else(client):
    page = answer(client, facts=A_MAN)
    assert re.findall(r'href="tel:([+0-9]+)"', page.text)[0] == "112"


def test_where_nobody_can_the_helpline_is_called_instead(client):
    page = answer(client, facts=A_MAN)
    numbers = re.findall(r'href="tel:([+0-9]+)"', page.text)
    assert numbers[1] == "+37100010019"
    assert page.text.index("+37100010019") < page.text.index("Shelter “Osta”</h3>")


def test_the_headline_names_who_can(client):
    assert heading(answer(client, "decide", at="2026-11-18T10:00")).endswith("can decide now")
    assert heading(answer(client, "decide", at="2026-11-22T12:00")) == "Nobody here can decide at this hour"


def test_what_can_wait_names_who_opens_in_time(client):
    page = answer(client, "legal_advice", facts={"languages": ["lv"]})
    assert heading(page) == "Legal aid office “Svari” can help from 10:00"
    assert "This can wait 72 hours at most." in page.text


def test_who_is_not_confirmed_is_offered_last_and_labelled(client):
    page = answer(client, town="lv-valmiera", facts={})
    assert "nobody has confirmed it" in heading(page)
    assert page.text.count("Not confirmed") >= 2
    assert "Nobody has told us: at which hours" in page.text


def test_without_a_public_number_somebody_else_is_named(client):
    page = answer(client, town="lv-valmiera", facts={})
    crisis = page.text[page.text.index("Crisis centre</h3>") :]
    assert "No public telephone number." in crisis
    assert re.search(r"Ask .* instead:", crisis)


def test_only_the_facts_that_can_change_the_answer_are_asked_and_not_knowing_is_an_answer(client):
    page = answer(client)
    assert re.findall(r"<legend>(.*?)</legend>", page.text, re.DOTALL) == [
        "How does the person speak of themselves: as a woman, a man, or otherwise?",
        "How old is the person? If that isn&#x27;t known: could they be under 18?",
    ]
    assert re.search(r'name="sex" value="" checked', page.text)
    assert "Many places to sleep take only women or only men." in page.text


def test_facts_in_an_address_are_not_read(client):
    page = client.get(f"/en/help/lv-demo/bed/?at={AT_NIGHT}&sex=male&age=adult")
    assert heading(page) == "It depends on the person"


def test_no_address_on_the_page_carries_a_fact(client):
    page = answer(client, facts=A_MAN)
    addresses = re.findall(r'(?:href|action)="([^"]+)"', page.text)
    assert not [address for address in addresses if "male" in address or "adult" in address]
    assert 'name="sex" value="male"' in page.text


def test_an_answer_is_kept_nowhere_and_sets_no_cookie(client):
    for page in (answer(client), answer(client, facts=A_MAN)):
        assert "no-store" in page.headers["Cache-Control"]
        assert not page.cookies
        assert "Cookie" not in page.headers.get("Vary", "")


def test_facts_are_taken_without_a_token_because_nothing_changes():
    assert answer(Client(enforce_csrf_checks=True), facts=A_MAN).status_code == 200


def test_an_answer_that_cannot_be_read_is_marked_and_the_others_stay(client):
    page = answer(client, facts={"sex": "male", "age": "old", "years": "-3"})
    assert page.status_code == 400
    assert "Choose one of the answers listed" in page.text
    assert re.search(r'name="sex" value="male" checked', page.text)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("soon", "“soon” isn&#x27;t a moment"),
        ("2026-11-18T03:00Z", "without a time zone"),
        ("1066-10-14T09:00", "Choose a year"),
        ("2027-03-28T03:30", "the clocks go forward"),
    ],
)
def test_a_moment_that_cannot_be_answered_for_gets_a_kind_error(client, written, told):
    page = answer(client, at=written)
    assert page.status_code == 400
    assert told in page.text
    assert 'type="datetime-local"' in page.text
    assert "tel:112" in page.text


@pytest.mark.parametrize(
    "address",
    ["/en/help/lv-atlantis/", "/en/help/lv-atlantis/bed/", "/en/help/lv-demo/a-pony/", "/en/help/lv-demo/card-a5.pdf"],
)
def test_an_unknown_town_or_need_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/en/help/", "/en/help/lv-demo/", f"/en/help/lv-demo/bed/?at={AT_NIGHT}"])
def test_a_program_may_ask_for_the_head_alone(client, address):
    page = client.head(address)
    assert page.status_code == 200
    assert page.content == b""


def test_staffs_own_numbers_stay_at_home(client):
    kept = str(list(Offering.objects.values_list("words", flat=True)))
    assert STAFF_ONLY in kept, "the control: the number is in the data"
    pages = [answer(client, need).text for need in ("decide", "coordinate", "bed")]
    pages += [client.get(f"/api/v1/municipalities/lv-demo/now?need={need}").text for need in ("decide", "coordinate")]
    assert not [page for page in pages if STAFF_ONLY in page]


def test_a_secret_place_has_no_town_and_a_neighbours_secret_house_no_name(client):
    lend_a_secret_house()
    page = answer(client, facts={"sex": "female", "age": "adult"})
    assert "Slepenā māja Vēlziedos" not in page.text
    assert "in Velziedi" not in page.text
    assert "+371 00010777" in page.text, "the control: the house is on the page, by its number"
    told = client.get(f"/api/v1/municipalities/lv-demo/now?need=bed&at={AT_NIGHT}").text
    assert "00010777" in told
    assert "Slepen" not in told
    assert "Vēlzied" not in told


def lend_a_secret_house() -> None:
    neighbour = documents.latest(documents.layer_of(queries.by_key("lv-demo-neighbour")))
    house = {
        "type": "shelter", "level": "local", "source": "invented",
        "names": {"lv": "Slepenā māja Vēlziedos", "en": "Secret house in Velziedi"},
        "contacts": [{"kind": "phone", "value": "+371 00010777"}],
        "services": {"bed": {
            "names": {"lv": "Gulta Vēlziedos", "en": "A bed in Velziedi"}, "what": {"en": "A bed in Velziedi"},
            "meets": ["bed"], "area": ["XX-001"], "place": "own", "confidential": True, "source": "invented",
            "capacity": [{"count": 2, "sex": ["female"]}],
            "availabilities": [{"hours": "24/7", "mode": "in_person", "minutes_to_respond": 30}],
        }},
    }  # fmt: skip
    document = {**neighbour.document, "institutions": {**neighbour.document["institutions"], "house": house}}
    by, at = person("dana"), datetime.now(UTC)
    save(layer=neighbour.layer, document=document, by=by, at=at, reason="lent", on_version=neighbour.number)


def test_an_answer_takes_two_look_ups_however_much_there_is(client, django_assert_num_queries):
    answer(client)
    for need, facts in (("bed", A_MAN), ("bed", None), ("inform", None)):
        with django_assert_num_queries(2):
            answer(client, need, facts=facts)


@pytest.mark.parametrize("name", ["website:home", "website:help"])
def test_a_page_before_the_answer_takes_one_look_up_at_most(client, name, django_assert_max_num_queries):
    # The first page is made once, and then kept until a text changes.
    client.get(reverse(name))
    with django_assert_max_num_queries(1):
        client.get(reverse(name))


def test_a_name_missing_in_the_readers_language_says_which_language_it_is_in(client):
    page = answer(client, facts=A_MAN, language="fi")
    assert '<span lang="lv">Palīdzības tālrunis “Dzirdi”</span>' in page.text


def test_a_translated_name_stands_beside_the_one_on_the_door(client):
    assert (
        '<p class="local"><span lang="lv">Palīdzības tālrunis “Dzirdi”</span></p>' in answer(client, facts=A_MAN).text
    )
    assert 'class="local"' not in answer(client, facts=A_MAN, language="lv").text


def headings(page) -> list[str]:
    found = re.findall(r"<h2.*?</h2>|<h3.*?</h3>", page.text, re.DOTALL)
    return [re.sub("<[^>]+>", "", heading).strip() for heading in found]


def test_whoever_surely_acts_is_called_before_those_who_take_only_some(client):
    """A house for children is no number to ring first for somebody of whom nothing is told."""
    found = headings(answer(client))
    ordered = ["Call now", "Helpline “Dzirdi”", "Others who may help", "Children’s refuge “Bezdelīga”"]
    assert [one for one in found if one in ordered] == ordered


def test_once_the_facts_are_told_whoever_takes_this_person_comes_first(client):
    found = headings(answer(client, facts={"sex": "female", "age": "adult"}))
    assert "Others who may help" not in found
