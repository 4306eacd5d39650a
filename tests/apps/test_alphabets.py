"""Names stand in the order of the reader's alphabet, which isn't that of the code points."""

import pytest

from lapotne.apps.municipalities.presenters import alphabetical


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("lv", ["Ādaži", "Aizkraukle", "Cēsis", "Čiekurkalns", "Īle", "Jelgava", "Ķegums", "Līgatne", "Ļaudona"]),
        ("lv", ["Saldus", "Sigulda", "Šķēde", "Talsi", "Zilupe", "Žīguri"]),
        ("et", ["Sõmeru", "Šnelli", "Zirguna", "Tartu", "Võru", "Ülenurme"]),
        ("sv", ["Arboga", "Ystad", "Åmål", "Älmhult", "Örebro"]),
        ("da", ["Zealand", "Ærø", "Øster", "Århus"]),
        ("de", ["Adorf", "Älbach", "Ansbach", "Zwickau"]),
        ("pl", ["Lublin", "Łódź", "Mielec", "Środa", "Toruń"]),
        ("uk", ["Гадяч", "Ґорґани", "Дубно", "Єланець", "Ізюм", "Їжакова", "Київ"]),
    ],
)
def test_names_stand_in_the_order_of_the_readers_alphabet(language, names):
    mixed = names[::-1]
    assert sorted(mixed, key=alphabetical(language)) == names


def test_a_foreign_letter_stands_by_its_plain_form():
    assert sorted(["Zorn", "Şile", "Riga"], key=alphabetical("lv")) == ["Riga", "Şile", "Zorn"]
