"""In each language a shipped page is found by forms of its words that stand nowhere in it."""

import pytest

from lapotne.adapters.word_forms import Forms, learn, words_of
from lapotne.apps.library.actions import indexing
from lapotne.apps.library.models import Findable
from lapotne.apps.library.queries import findable
from lapotne.apps.library.queries.search import search
from tests.apps.site.real import CONTENT, load_shipped
from tests.languages import CODES, walked

PAGE = "work-abroad"
ASKED = {
    "lv": ("līgumiem", "vēstniecībā", "aģentūrām"),
    "en": ("passports", "contracts", "employers"),
    "et": ("lepingutes", "palgata", "tööandjatelt"),
    "lt": ("sutartyse", "ambasadoje", "darbdaviams"),
    "fi": ("sopimuksessa", "palkkanne", "työnantajalta"),
    "sv": ("avtalets", "lönernas", "passens"),
    "nb": ("kontraktene", "passene", "arbeidsgiverens"),
    "da": ("kontrakterne", "passene", "arbejdsgivernes"),
    "pl": ("paszportach", "pracodawcom", "ambasadzie"),
    "de": ("Verträgen", "Botschaften", "Gewerkschaften"),
    "ru": ("договором", "паспортах", "зарплатам"),
    "uk": ("паспортів", "роботодавцем", "посольством"),
}
OTHERS = {
    "lv": "līgava",
    "en": "passion",
    "et": "palve",
    "lt": "sutemos",
    "fi": "sopu",
    "sv": "passera",
    "nb": "passasjer",
    "da": "passion",
    "pl": "pasztet",
    "de": "Vertrauter",
    "ru": "договаривать",
    "uk": "послуга",
}


@pytest.fixture(scope="module")
def known() -> dict[str, Forms]:
    """What the dictionaries of this run's languages have; asked before there is a database that would wait for it."""
    texts = {language: (CONTENT / PAGE / f"{language}.md").read_text(encoding="utf-8") for language in walked()}
    return learn({language: frozenset(words_of(text)) for language, text in texts.items()})


@pytest.mark.parametrize("language", walked())
def test_a_form_that_stands_nowhere_finds_the_page(known, db, tmp_path, monkeypatch, language):
    monkeypatch.setattr(indexing, "learn", lambda _new: {language: known[language]})
    load_shipped(tmp_path / "content", {language}, PAGE)
    sources = list(findable.pages())
    indexing.learn_words(sources=sources)
    indexing.write(sources=sources)
    page = Findable.objects.get(key=PAGE, language=language)
    written = words_of(f"{page.title} {page.text}")
    for q in ASKED[language]:
        assert q.casefold() not in written, "the form itself would prove nothing"
        found = search(q, language)
        assert page in found.found, q
        assert any(word in found.forms or word.startswith(found.beginnings or "~") for word in written), q
    assert search(OTHERS[language], language).found == [], "what only begins like one of its words"


def test_every_language_is_asked_in_three_forms():
    assert set(ASKED) == set(OTHERS) == set(CODES)
    assert {len(some) for some in ASKED.values()} == {3}
