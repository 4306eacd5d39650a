"""What gives away where a bed is, in the languages of the Baltic, and what only looks like it."""

import pytest

from lapotne.adapters.mechanism_yaml.addresses import address_in

GIVEN_AWAY = [
    *[
        "Brīvības iela 5",
        "Lielā ielā 12a",
        "Raiņa bulvāris 3",
        "Zemgales prospekts 7",
        "Kurzemes gatve 1",
        "Rožu laukums 4",
    ],
    *["Rīgas iela Nr. 8", "12 Rīgas iela", "Zemitāna laukumā 2", "K. Barona iela 10-4", "Ganību dambis 24"],
    *["Vilniaus gatvė 5", "Vilniaus g. 5", "Konstitucijos pr. 12", "Laisvės alėja 3"],
    *["Narva maantee 5", "Pärnu mnt 12", "Pikk tänav 3", "Toompuiestee 8"],
    *[
        "Mannerheimintie 12",
        "Kauppakatu 3",
        "Storgatan 5",
        "Drottningvägen 7",
        "Karl Johans gate 1",
    ],
    *["Storgata 5", "Vestergade 12", "Nørrevej 3", "ulica Długa 5", "ul. Długa 5", "al. Jerozolimskie 12"],
    *["Hauptstraße 12", "Bahnhofstrasse 3", "Lindenallee 4", "улица Ленина 5", "ул. Ленина, 5", "вул. Садова 3"],
    *["Main Street 5", "12 Abbey Road", "57.5385, 25.4264", "57.53850 N, 25.42640 E", "57° 32' N"],
    *[
        "LV-4201",
        "https://maps.google.com/?q=x",
        "https://goo.gl/maps/abc",
        "https://www.openstreetmap.org/#map=19/57/25",
    ],
]

HARMLESS = [
    *[
        "Nakts patversme",
        "16. decembris, 2016. g. 16. decembrī",
        "24/7",
        "Mo-Fr 08:00-17:00",
        "+371 64000000",
        "LV-113",
    ],
    *[
        "Valmieras Sociālo lietu pārvalde",
        "4 gultas vīriešiem",
        "līdz 180 dienām",
        "150 stundas gadā",
        "Regulation 344",
    ],
    *["A bed for the night, 18 and over", "within 30 minutes", "1-3 nights", "https://www.valmiera.lv", "1,5 stundas"],
    *["help@example.org", "tālrunis 116006", "no 2019. gada 16. jūlija", "5 km no centra", "pēc 2 dienām tiekas"],
]


@pytest.mark.parametrize("text", GIVEN_AWAY)
def test_an_address_is_noticed(text):
    assert address_in(text)
    assert address_in(f"A bed, {text}, ring twice")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_address_is_left_alone(text):
    assert address_in(text) == ""
