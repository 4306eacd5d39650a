"""Which words are marked as the reason for a flag: words of one sentence, and words that really say it together."""

import pytest

from lapotne.domain.adverts.checking import check
from lapotne.domain.adverts.reading import read
from tests.domain.adverts.shipped import CODES, adverts


def marks(text: str, language: str, flag: str) -> list[str]:
    found = (one for one in check(text, adverts().rules[language]).findings if one.flag == flag)
    return [text[span.start : span.end] for one in found for span in one.spans]


@pytest.mark.parametrize("language", CODES)
def test_no_mark_runs_over_the_end_of_a_sentence(language):
    rules = adverts().rules[language]
    running = []
    for text in (example.text for example in adverts().examples[language]):
        tokens = read(text).tokens
        for finding in check(text, rules).findings:
            within = [
                {token.sentence for token in tokens if span.start <= token.start and token.end <= span.end}
                for span in finding.spans
            ]
            running += [finding.flag for sentences in within if len(sentences) > 1]
    assert running == []


def test_what_two_sentences_say_together_is_marked_in_each():
    offer = "Everybody brings a deposit. You pay on arrival."
    assert marks(offer, "en", "fee_or_deposit") == ["deposit", "You pay on arrival"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("pl", "Umowę podpisujemy przed rozpoczęciem pracy. Nie pobieramy opłat.", id="pl"),
        pytest.param("uk", "Договір підписуємо до початку роботи. Не беремо грошей.", id="uk"),
        pytest.param(
            "uk", "Договір підписуємо до початку роботи. Гуртожиток є. Не беремо плати.", id="uk, a dormitory"
        ),
        pytest.param("en", "We sign the contract before you travel. We don't ask for money.", id="en"),
    ],
)
def test_a_denial_of_the_next_sentence_takes_nothing_from_this_one(language, text):
    assert marks(text, language, "no_written_contract") == []
