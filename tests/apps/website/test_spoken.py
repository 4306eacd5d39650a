"""Words that exist in another language only say which one, in the reader's own: on help pages and in the directory."""

import re

import pytest

from tests.languages import CODES

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


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", SAID)
def test_each_text_in_another_language_says_so(client, language, page):
    told = re.findall(PAGES[page], client.get(f"/{language}/{page}").text, re.DOTALL)
    texts = [text for some in told for text in re.split(r"</?li>", some) if text.strip()]
    others = [text for text in texts if 'lang="en"' in text]
    assert others, "the demonstration speaks Latvian and English"
    for text in texts:
        assert text.count(f'<span class="spoken">({SAID[language]})</span>') == ('lang="' in text), text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", sorted(set(CODES) - set(SAID)))
def test_whoever_reads_it_in_their_own_is_told_nothing(client, language, page):
    assert 'class="spoken"' not in client.get(f"/{language}/{page}").text
