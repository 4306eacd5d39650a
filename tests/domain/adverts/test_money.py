"""Sums as adverts and chats write them: whose money, for how long, and which of them aren't pay."""

import pytest

from lapotne.domain.adverts.examining import examined
from lapotne.domain.adverts.reading import read
from tests.domain.adverts.shipped import adverts


def sums(language: str, text: str) -> list[tuple[float, str, str]]:
    """Sums that may be pay."""
    found = examined(read(text), adverts().rules[language]).money
    return [(amount.value, amount.pay.currency, amount.period) for amount in found if not amount.is_aside]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fi", "1500e illassa", (1500, "EUR", "day")),
        ("fi", "maksamme 4000 eurolla kuukaudessa", (4000, "EUR", "month")),
        ("sv", "40 tkr i månaden", (40_000, "SEK", "month")),
        ("sv", "15 lax i veckan", (15_000, "SEK", "week")),
        ("nb", "40 000 i måneden", (40_000, "NOK", "month")),
        ("da", "8.000 kr. pr. tur", (8000, "DKK", "piece")),
        ("de", "900 Franken pro Abend", (900, "CHF", "day")),
        ("de", "EUR 5.500,- pro Monat", (5500, "EUR", "month")),
        ("en", "300 quid a shift", (300, "GBP", "day")),
        ("en", "three thousand euros a month", (3000, "EUR", "month")),
        ("lt", "gaunu penkis tūkstančius eurų", (5000, "EUR", "")),
        ("lv", "3500 uz rokas", (3500, "EUR", "")),
        ("pl", "3 tys. złotych za tydzień", (3000, "PLN", "week")),
        ("ru", "от 25к в день", (25_000, "RUB", "day")),
        ("ru", "3500 на руки", (3500, "EUR", "")),
        ("ru", "52 000 на руки", (52_000, "RUB", "")),
        ("uk", "дохід від 5 000 USDT", (5000, "USD", "")),
    ],
)
def test_a_sum_is_told_with_its_currency_and_its_time_of_work(language, text, told):
    assert sums(language, text) == [told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lv", "Iela 14, maiņas 8–20, tālrunis 64 000 131."),
        ("en", "We pack 5 thousand boxes, 1500 a pallet."),
        ("pl", "Biuro k. Łodzi, 48 000 113, e-mail"),
        ("en", "Rent 750 PLN a month per person."),
        ("pl", "dodatek za frekwencję 300 zł"),
        ("de", "Umzugspauschale von 50.000 SEK"),
    ],
)
def test_numbers_and_sums_that_are_no_pay(language, text):
    assert sums(language, text) == []


def test_hours_before_a_comma_are_not_of_the_sum_behind_it():
    assert sums("en", "4 days, 16–24, 7.20 € / h") == [(7.2, "EUR", "hour")]
    assert sums("et", "40 tundi nädalas, 2400 eurot bruto, tuba 180 eurot kuus") == [(2400, "EUR", "")]


def test_both_ends_of_a_range_are_sums():
    assert sums("en", "3000-4000 euros a month") == [(3000, "EUR", "month"), (4000, "EUR", "month")]
    assert sums("pl", "6–8 tys. € za miesiąc") == [(6000, "EUR", "month"), (8000, "EUR", "month")]
