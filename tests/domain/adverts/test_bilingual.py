"""Offers in two languages: the worrying half may stand in either."""

import pytest

from lapotne.domain.adverts.bilingual import check_offer
from lapotne.domain.adverts.checking import check
from tests.domain.adverts.shipped import CODES, adverts

HONEST = {
    "en": "Harbour Bakery Ltd looks for a baker. You work from Monday to Friday and we pay 14 euros an hour. "
    "We sign the contract with you before you travel to us.",
    "pl": "Piekarnia Portowa szuka piekarza. Praca jest od poniedziałku do piątku, a płacimy 14 euro za godzinę. "
    "Umowę podpisujemy z tobą przed wyjazdem do nas.",
}
WORRYING = {
    "en": "You pay a deposit before the departure. We will keep your passport until the end of the season.",
    "ru": "Перед выездом нужно заплатить залог. Паспорт остаётся у хозяина до конца сезона.",
    "pl": "Przed wyjazdem trzeba wpłacić kaucję za miejsce. Paszport oddajesz szefowi do końca sezonu.",
}


@pytest.mark.parametrize(("own", "other"), [("pl", "en"), ("en", "ru"), ("en", "pl"), ("pl", "ru")])
def test_what_the_second_language_says_is_found_and_marked(own, other):
    text = f"{HONEST[own]}\n\n{WORRYING[other]}"
    alone = check(WORRYING[other], adverts().rules[other])
    found = check_offer(text, adverts().rules, adverts().common, own)
    assert alone.strong
    assert alone.strong <= found.strong
    assert not check(text, adverts().rules[own]).strong >= alone.strong
    start = len(HONEST[own])
    marks = [span for one in found.findings if one.flag in alone.strong for span in one.spans]
    assert any(span.start > start for span in marks)
    assert all(span.end <= len(text) for span in marks)


@pytest.mark.parametrize("language", CODES)
def test_an_offer_in_one_language_raises_what_it_did(language):
    given = adverts()
    for example in given.examples[language]:
        found = check_offer(example.text, given.rules, given.common, language)
        assert found == check(example.text, given.rules[language])
