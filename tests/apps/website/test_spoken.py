"""Words that exist in another language only say which one, in the reader's own: on help pages and in the directory."""

import re
from datetime import UTC, datetime

import pytest

from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.models import Layer
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.website.presenters.words import plain
from tests.languages import CODES
from tests.people import person

pytestmark = pytest.mark.usefixtures("demo")

SAID = {
    "et": "teksti keel: inglise",
    "lt": "šio teksto kalba: anglų",
    "fi": "tekstin kieli: englanti",
    "sv": "textens språk: engelska",
    "nb": "tekstens språk: engelsk",
    "da": "tekstens sprog: engelsk",
    "pl": "język tego tekstu: angielski",
    "de": "Sprache dieses Textes: Englisch",
    "ru": "язык этого текста: английский",
    "uk": "мова цього тексту: англійська",
}
PAGES = {
    "help/lv-demo/bed/?at=2026-11-18T03:00": r'<p class="helper__what">(.*?)</p>',
    "directory/lv-demo/": r"<summary>.*?</summary>\s*<ul>(.*?)</ul>",
}


WRITTEN = {"en": "Said in English alone."}


@pytest.fixture
def written_in_english(demo):
    """A town that has just written something new, in one language."""
    layer = Layer.objects.get(key="lv-demo")
    bodies = documents.latest(layer).document["institutions"]
    for body in bodies.values():
        for offer in body.get("services", {}).values():
            if "what" in offer:
                offer["what"] = WRITTEN
    document = {**documents.latest(layer).document, "institutions": bodies}
    number = documents.latest(layer).number
    save(layer=layer, document=document, by=person("dana"), at=datetime.now(UTC), reason="new", on_version=number)


@pytest.mark.usefixtures("written_in_english")
@pytest.mark.parametrize("page", PAGES)
def test_each_text_in_another_language_says_so(client, page):
    for language, said in SAID.items():
        told = re.findall(PAGES[page], client.get(f"/{language}/{page}").text, re.DOTALL)
        texts = [text for some in told for text in re.split(r"</?li>", some) if text.strip()]
        assert any(f'<span lang="en">{WRITTEN["en"]}</span>' in text for text in texts)
        for text in texts:
            assert text.count(f'<span class="spoken">({said})</span>') == ('lang="' in text), text


@pytest.mark.parametrize("page", [*PAGES, "directory/lv-valmiera/", "help/lv-demo/"])
def test_what_is_shipped_speaks_every_language(client, page):
    """Only names of institutions may be in the country's own."""
    for language in CODES:
        text = client.get(f"/{language}/{page}").text
        assert 'class="spoken"' not in text, language
        assert not re.findall(r'<span lang="(?!lv)', text), language


@pytest.mark.parametrize(("text", "language"), [("10:00-18:00", ""), ("+371 112", ""), ("10:00 till 18:00", "en")])
def test_signs_alone_are_in_no_language(text, language):
    word = plain({"en": text}, "uk", "lv")
    assert word.language == language
    assert bool(word.spoken) == bool(language)
