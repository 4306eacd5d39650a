"""Names of towns are found as people write them: in Russian and Ukrainian, without accents, with a slip."""

from datetime import date
from pathlib import Path

import pytest

from lapotne.adapters.reference_yaml import read_reference
from lapotne.adapters.written_names import is_part, nearest, skeleton

ROOT = Path(__file__).parents[2]
RUSSIAN = {
    "lv-adazi": "Адажи", "lv-aizkraukle": "Айзкраукле", "lv-aluksne": "Алуксне", "lv-augsdaugava": "Аугшдаугава",
    "lv-balvi": "Балвы", "lv-bauska": "Бауска", "lv-cesis": "Цесис", "lv-daugavpils": "Даугавпилс",
    "lv-dobele": "Добеле", "lv-gulbene": "Гулбене", "lv-jekabpils": "Екабпилс", "lv-jelgava": "Елгава",
    "lv-jurmala": "Юрмала", "lv-kekava": "Кекава", "lv-kraslava": "Краслава", "lv-kuldiga": "Кулдига",
    "lv-liepaja": "Лиепая", "lv-limbazi": "Лимбажи", "lv-livani": "Ливаны", "lv-ludza": "Лудза",
    "lv-madona": "Мадона", "lv-marupe": "Марупе", "lv-ogre": "Огре", "lv-olaine": "Олайне", "lv-preili": "Прейли",
    "lv-rezekne": "Резекне", "lv-riga": "Рига", "lv-ropazi": "Ропажи", "lv-salaspils": "Саласпилс",
    "lv-saldus": "Салдус", "lv-saulkrasti": "Саулкрасты", "lv-sigulda": "Сигулда", "lv-smiltene": "Смилтене",
    "lv-south-kurzeme": "Курземе", "lv-talsi": "Талси", "lv-tukums": "Тукумс", "lv-valka": "Валка",
    "lv-valmiera": "Валмиера", "lv-ventspils": "Вентспилс",
}  # fmt: skip
UKRAINIAN = {
    "lv-adazi": "Адажі", "lv-aizkraukle": "Айзкраукле", "lv-balvi": "Балві", "lv-cesis": "Цесіс",
    "lv-daugavpils": "Даугавпілс", "lv-jekabpils": "Єкабпілс", "lv-jelgava": "Єлгава", "lv-jurmala": "Юрмала",
    "lv-kekava": "Кекава", "lv-kuldiga": "Кулдіга", "lv-liepaja": "Лієпая", "lv-limbazi": "Лімбажі",
    "lv-livani": "Лівани", "lv-olaine": "Олайне", "lv-preili": "Прейлі", "lv-riga": "Рига", "lv-sigulda": "Сігулда",
    "lv-smiltene": "Смілтене", "lv-talsi": "Талсі", "lv-valmiera": "Валмієра", "lv-ventspils": "Вентспілс",
}  # fmt: skip
LATIN = {
    "lv-jelgava": "yelgava", "lv-kekava": "KEKAVA", "lv-liepaja": "Liepaya", "lv-jurmala": "Yurmala",
    "lv-cesis": "Tsesis", "lv-aluksne": "aluksne", "lv-adazi": "Adazhi", "lv-valmiera": "Walmiera",
}  # fmt: skip
SLIPS = {
    "lv-liepaja": "Лепаи", "lv-riga": "в Риге", "lv-valmiera": "Valmeira", "lv-daugavpils": "Даугафпилс",
    "lv-ventspils": "Venstpils", "lv-jurmala": "Юрмола", "lv-cesis": "Cesys", "lv-jelgava": "Jelgeva",
}  # fmt: skip
WHOLE_TABLE = [pair for table in (RUSSIAN, UKRAINIAN, LATIN) for pair in table.items()]


@pytest.fixture(scope="module")
def towns():
    return {
        town.key: town.names.values()
        for town in read_reference(ROOT / "reference").municipalities_on(date(2026, 12, 1))
    }


@pytest.mark.parametrize(("key", "written"), WHOLE_TABLE)
def test_a_town_is_found_as_it_is_written(towns, key, written):
    found = [town for town, names in towns.items() if any(is_part(written, name) for name in names)]
    assert key in found
    assert len(found) <= 2, "only a city and the municipality around it may share a name"


@pytest.mark.parametrize("key", RUSSIAN)
def test_its_beginning_is_enough(towns, key):
    for length in range(2, len(RUSSIAN[key])):
        assert any(is_part(RUSSIAN[key][:length], name) for name in towns[key]), RUSSIAN[key][:length]


@pytest.mark.parametrize(("key", "written"), SLIPS.items())
def test_a_slip_is_guessed(towns, key, written):
    assert key in nearest(written, towns)


@pytest.mark.parametrize("written", ["Atlantis", "Лондон", "novads", "a", "!!!", "里加", ""])
def test_what_is_nothing_alike_is_no_guess(towns, written):
    assert nearest(written, towns) == []


def test_signs_alone_are_part_of_no_name():
    assert not is_part("!!!", "Rīga")


def test_one_skeleton_for_all_spellings():
    assert {skeleton(name) for name in ("Liepāja", "Лиепая", "Лієпая", "liepaya", "LIEPAJA")} == {"lepaia"}
