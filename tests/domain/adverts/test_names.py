"""Who is named as the employer, and who isn't."""

import pytest

from lapotne.domain.adverts.checking import check
from tests.domain.adverts.shipped import adverts

WORK = {
    "de": "Du putzt Zimmer 40 Stunden pro Woche für 14 Euro pro Stunde.",
    "sv": "Du plockar bär 40 timmar i veckan för 150 kr i timmen.",
    "et": "Koristad ruume 40 tundi nädalas, 8 eurot tunnis.",
    "fi": "Siivoat huoneita 40 tuntia viikossa, 14 euroa tunnissa.",
    "uk": "Прибираєш кімнати 40 годин на тиждень, 12 євро на годину.",
}


@pytest.mark.parametrize(
    ("language", "who", "is_named"),
    [
        ("de", "Wir, das Hotel Seeblick, suchen jemanden.", True),
        ("de", "Unser Restaurant „Zur Eiche“ sucht jemanden.", True),
        ("de", "Für ein Hotel Mitarbeiter gesucht.", False),
        ("de", "Wir suchen für das Hotel in der Saison.", False),
        ("de", "Familie Bührle, Günterstalstraße 4, 79102 Freiburg.", True),
        ("sv", "Ängsgården AB söker folk.", True),
        ("sv", "Strandby kommuns bibliotek söker folk.", True),
        ("sv", "En kommun söker folk.", False),
        ("et", "Liivaküla vallavalitsus otsib inimest.", True),
        ("fi", "Hotelli Marbellassa hakee väkeä.", False),
        ("fi", "Haetaan väkeä ravintolaan Alanyaan.", False),
        ("fi", "Etsimme väkeä, lomake: facebook.com/groups/tyot.", False),
        ("fi", "Me Hotelli Kultarannassa haemme väkeä.", True),
        ("fi", "Turun kaupunki hakee väkeä.", True),
        ("uk", "Ресторан Аланії шукає людей.", False),
    ],
)
def test_an_employer_is_named_by_a_form_a_name_or_an_address(language, who, is_named):
    report = check(f"{who} {WORK[language]}", adverts().rules[language])
    assert ("employer_unnamed" not in report.flags) is is_named


@pytest.mark.parametrize(
    ("who", "is_asked"),
    [
        ("Our recruitment agency finds work for you.", True),
        ("Recruitment agency Northbrook Work Ltd finds work for you.", False),
    ],
)
def test_an_agency_is_asked_for_its_licence_unless_the_company_is_named(who, is_asked):
    text = f"{who} You pick apples 40 hours a week for 12 pounds an hour."
    assert ("no_licence" in check(text, adverts().rules["en"]).flags) is is_asked
