"""Search by any form of a word in the reader's language; what is sought stands in no address and is kept nowhere."""

import re
from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client

from lapotne.adapters.word_forms import bare, bases_of, forms_of, learn, words_of
from lapotne.apps.library.actions import indexing
from lapotne.apps.library.models import Findable, WordForm
from lapotne.apps.library.queries import findable, pages
from lapotne.apps.library.queries import search as queries
from tests.replay import replayed

TODAY = date(2026, 11, 24)


ODD = ["' | x:*", "a & !b <-> c", "\\", "(", ":*", "\x00 darbs", "ß", "", "   ", "🦆" * 300, "ā" * 5000]


@pytest.fixture(scope="session")
def learnt():
    """Forms by what was asked, for a dictionary takes long to load; in this very process, for small ones suffice."""
    known = {}

    def learn(wanted):
        for asked in wanted.items():
            if asked not in known:
                known[asked] = forms_of(*asked)
        return {language: known[language, words] for language, words in wanted.items()}

    return learn


@pytest.fixture
def site(load, demo, monkeypatch, learnt):
    monkeypatch.setattr(findable, "LANGUAGES", ("lv", "en", "nb"))
    monkeypatch.setattr(indexing, "learn", learnt)
    load(
        work__lv="Darbs ārzemēs | Par līgumiem. | Pirms braucat, izlasiet darba līgumu un paturiet pasi.",
        work="kind: article", work__en="Work abroad | On contracts. | Read the contract & keep your <passport>.",
        house="kind: news\npublished: 2026-05-02", house__lv="Mājas durvis | Divas vērtnes. | Pilsētā atvērta māja.",
    )  # fmt: skip
    replayed("found by their words", lambda: indexing.index_everything(today=TODAY))


def found(client, q: str, language: str = "lv") -> list[str]:
    text = client.post(f"/{language}/search/", {"q": q}).text
    return [re.sub(r"<[^>]+>", "", title) for title in re.findall(r'story__title"[^>]*>(.*?)</a>', text)]


def heading(text: str) -> str:
    return re.search("<h1>(.*?)</h1>", text).group(1)


def test_any_form_of_a_word_finds_the_page(client, site):
    forms = ("darbs", "Darba", "darbiem", "līgums", "ligumi", "pasēm", "darbu līgumus", "PASE")
    assert [q for q in forms if "Darbs ārzemēs" not in found(client, q)] == []


def test_a_page_is_found_in_its_own_language_only(client, site):
    assert "Work abroad" in found(client, "passports", "en")
    assert found(client, "passports", "lv") == []
    assert "Mājas durvis" not in found(client, "house", "en")


def test_every_word_has_to_be_there_or_it_is_said_that_some_are(client, site):
    assert found(client, "māja pilsēta")[0] == "Mājas durvis"
    text = client.post("/lv/search/", {"q": "darbs durvis"}).text
    assert len(re.findall("story__title", text)) >= 2
    assert 'role="status"' in text


def test_how_many_are_shown_is_never_told_as_how_many_there_are(client, site, monkeypatch):
    everywhere = {"q": "darbs durvis pilsēta"}
    told = heading(client.post("/lv/search/", everywhere).text)
    there_are = int(re.search(r"\d+", told).group())
    monkeypatch.setattr(queries, "MOST_FOUND", there_are)
    assert heading(client.post("/lv/search/", everywhere).text) == told, "all are shown, and no more are claimed"
    monkeypatch.setattr(queries, "MOST_FOUND", 2)
    text = client.post("/lv/search/", everywhere).text
    assert len(re.findall("story__title", text)) == 2 < there_are
    assert heading(text) == "Atrasts vairāk nekā 2 vietās"


def test_the_words_are_marked_in_the_excerpt_and_hostile_ones_stay_words(client, site):
    text = client.post("/en/search/", {"q": "passports contract"}).text
    assert "<mark>contract</mark> &amp; keep your &lt;<mark>passport</mark>&gt;" in text
    hostile = client.post("/en/search/", {"q": '"><script>alert(1)</script> passport'}).text
    assert "<script>alert" not in hostile


def test_odd_words_are_no_error(client, site):
    assert {q: status for q in ODD if (status := client.post("/lv/search/", {"q": q}).status_code) != 200} == {}


def test_institutions_and_needs_are_found_and_lead_where_they_stand(client, site):
    text = client.post("/en/search/", {"q": "Osta"}).text
    assert 'href="/en/directory/lv-demo/#body-men-shelter"' in text
    assert 'id="body-men-shelter"' in client.get("/en/directory/lv-demo/").text
    assert 'href="/en/help/"' in client.post("/en/search/", {"q": "interpreters"}).text


def test_a_name_in_another_language_says_which(client, site):
    assert '<span lang="lv">' in client.post("/nb/search/", {"q": "Osta"}).text


def test_what_is_withdrawn_is_not_found(client, site):
    assert found(client, "vērtne") == ["Mājas durvis"]
    pages.page("house", "lv").unpublish()
    assert found(client, "vērtne") == []


def test_what_is_published_is_found_at_once(client, site):
    page = pages.page("house", "lv")
    page.title = "Jumts"
    page.save_revision().publish()
    assert found(client, "jumti") == [] or found(client, "jumts") == ["Jumts"]
    assert found(client, "jumts") == ["Jumts"]


def test_a_form_that_no_dictionary_has_is_found_by_how_it_begins(client, site):
    WordForm.objects.filter(language="lv").delete()
    Findable.objects.all().delete()
    indexing.index_everything(today=TODAY, learning=False)
    assert "Darbs ārzemēs" in found(client, "ārzemnieks ārzemju ārzemes")


def test_a_base_with_an_apostrophe_stands_without_it_and_is_found(client, load, monkeypatch):
    friday = {"пт": "п'ятниця", "п'ятницями": "п'ятниця", "П'ятницька": "п'ятницький"}
    assert bases_of("пт", friday) == {"пятниця"}
    monkeypatch.setattr(findable, "LANGUAGES", ("uk",))
    monkeypatch.setattr(indexing, "learn", lambda _new: {"uk": [("пт", base) for base in bases_of("пт", friday)]})
    load(day="kind: article", day__uk="Зустріч у пт")
    indexing.index_everything(today=TODAY)
    assert found(client, "пт", "uk") == ["Зустріч у пт"]


@pytest.mark.parametrize("base", ["п'ятниця", "ik'", "a\\b", ""])
def test_no_base_is_kept_that_would_break_a_search(db, base):
    with pytest.raises(IntegrityError):
        WordForm.objects.create(language="uk", form="пт", base=base)


def test_words_learnt_once_are_not_learnt_again(site, monkeypatch):
    asked = []
    monkeypatch.setattr(indexing, "learn", lambda wanted: asked.append(wanted) or {})
    assert indexing.index_everything(today=TODAY) == 0
    assert asked == [{}]


def test_nothing_stands_in_an_address_and_nothing_is_kept(client, site):
    assert 'value="darbs"' not in client.get("/lv/search/?q=darbs").text
    answer = client.post("/lv/search/", {"q": "darbs"})
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies
    form = re.search(r'<form method="(\w+)" action="([^"]+)" class="search"', answer.text)
    assert form.groups() == ("post", "/lv/search/")
    assert not [link for link in re.findall(r'(?:href|action)="([^"]+)"', answer.text) if "darb" in link.lower()]


def test_no_token_is_asked_because_nothing_changes(site):
    assert Client(enforce_csrf_checks=True).post("/lv/search/", {"q": "darbs"}).status_code == 200


def test_a_search_takes_three_look_ups(client, site, django_assert_max_num_queries):
    found(client, "darbs")
    with django_assert_max_num_queries(4):
        found(client, "darba līgumi")


def test_staffs_own_contacts_and_secret_places_are_in_no_text_that_is_searched(site):
    texts = " ".join(f"{one.title} {one.text}" for one in Findable.objects.all())
    assert "00010" not in texts, "no number of anybody"


def test_dictionaries_are_loaded_in_processes_of_their_own():
    found = learn({"lv": frozenset({"darba"}), "en": frozenset({"beds"})})
    assert ("darbiem", "darbs") in found["lv"]
    assert ("bed", "bed") in found["en"]
    assert learn({}) == {}


def test_words_and_their_forms():
    assert words_of("Ko darīt? 112 – zvaniet!") == ["ko", "darīt", "112", "zvaniet"]
    assert bare("palīdzība") == "palidziba"
    forms = forms_of("lv", frozenset({"darba", "blurkšķis"}))
    assert {("darbiem", "darbs"), ("darbs", "darbs"), ("darba", "darbs"), ("blurkšķis", "blurkšķis")} <= set(forms)
    assert ("blurkskis", "blurkšķis") in forms
    assert bases_of("wort", {"Wort": "Wort"}) == {"wort"}


def test_a_question_is_never_longer_than_some_words(site):
    assert len(queries._sought(" ".join(f"word{number}" for number in range(99)), "en").bases) == queries.MOST_WORDS
