"""In each language a shipped page is found by forms of its words that stand nowhere in it."""

import pytest

from lapotne.adapters.adverts_yaml.forms import read_forms
from lapotne.adapters.word_forms import WORD, Forms, bare, learn, words_of
from lapotne.apps.library.actions import indexing
from lapotne.apps.library.models import Findable
from lapotne.apps.library.queries import findable
from lapotne.apps.library.queries.search import search
from tests.apps.site.real import CONTENT, load_shipped
from tests.languages import CODES, is_long
from tools.paths import ROOT

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
    "pl": ("paszportach", "pracodawcom", "umowami"),
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
    """What the dictionaries have of a page's words; asked before there is a database that would wait for it.

    Twelve of them take half a minute, so only `./dev prove` asks them; other runs have what was written down of them
    for the rules about adverts, which are much about the same things.
    """
    texts = {language: (CONTENT / PAGE / f"{language}.md").read_text(encoding="utf-8") for language in CODES}
    words = {language: frozenset(words_of(text)) for language, text in texts.items()}
    return learn(words) if is_long() else {language: written_down(language, words[language]) for language in CODES}


def written_down(language: str, words: frozenset[str]) -> Forms:
    """As `forms_of` would say it: every form of these words, and what is in no file as its own base.

    Files don't say which of the forms is the base; the shortest stands for it.
    """
    files = read_forms(ROOT / "reference" / "adverts" / "forms" / f"{language}.txt")
    found = set()
    for word, others in files.items():
        forms = {form.casefold() for form in (word, *others) if WORD.fullmatch(form)}
        if forms & words:
            base = min(forms, key=lambda form: (len(form), form))
            found |= {(form, base) for form in forms}
    found |= {(word, word) for word in words - {form for form, _ in found}}
    return sorted(found | {(bare(form), base) for form, base in found})


@pytest.mark.parametrize("language", CODES)
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
