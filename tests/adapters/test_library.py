"""A set of files as one country: layers, neighbours, and the real files that the product ships."""

from dataclasses import replace

import pytest

from lapotne.adapters.mechanism_yaml import Checker, Library, NoProtocolError, UnknownMunicipalityError, load_library
from tests.adapters.conftest import ROOT, TODAY
from tests.adapters.texts import COUNTRY, PROTOCOL, TOWN, changed

REGION = """\
lapotne: 1
layer: region
key: lv-vidzeme
region: {key: lv-vidzeme, country: lv, names: {en: Vidzeme}, municipalities: [LV-113, LV-022]}
institutions:
  police: {services: {protection: {availabilities: [{hours: "Mo-Fr 08:00-17:00; PH off", mode: in_person}]}}}
  hospital:
    type: medical
    names: {en: Hospital}
    services:
      care: {names: {en: Care}, meets: [doctor], place: LV-113, availabilities: [{hours: "24/7", mode: in_person}]}
"""


@pytest.fixture
def load(reference, tmp_path):
    def of(**texts) -> Library:
        for name, text in texts.items():
            (tmp_path / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
        return load_library([tmp_path], reference=reference, today=TODAY)

    return of


@pytest.fixture
def country(load) -> Library:
    library = load(lv=COUNTRY, lv_vidzeme=REGION, lv_valmiera=TOWN)
    assert library.problems == ()
    return library


def offers(library, key):
    return {offer.key: offer for offer in library.mechanism(key).offers}


def test_a_town_has_its_own_its_regions_and_its_countrys_offers(country):
    assert set(offers(country, "lv-valmiera")) == {
        "police/receive_report",
        "police/protection",
        "hospital/care",
        "shelter/night",
    }


def test_a_town_without_a_file_has_what_stands_above_it(country):
    assert set(offers(country, "lv-liepaja")) == {"police/receive_report", "police/protection"}


def test_a_region_overrides_the_country_for_its_towns_only(country):
    hours = {
        key: offers(country, key)["police/protection"].availabilities[0].hours for key in ("lv-cesis", "lv-liepaja")
    }
    assert hours == {"lv-cesis": "Mo-Fr 08:00-17:00; PH off", "lv-liepaja": None}


def test_a_neighbour_that_an_offer_names_is_served_by_it(country):
    lent = offers(country, "lv-cesis")["lv-valmiera:shelter/night"]
    assert lent.serves
    assert lent.kilometres == pytest.approx(27, abs=3)


def test_every_value_says_its_layer(country):
    effective = country.effective("lv-valmiera")
    assert effective.layers_of(("institutions", "police", "names")) == {"lv"}
    assert effective.layers_of(("institutions", "police", "services", "protection", "availabilities")) == {"lv-vidzeme"}


def test_an_overridden_national_offer_belongs_to_the_layer_that_brought_it_in(country):
    assert offers(country, "lv-valmiera")["police/protection"].layer == "lv"


def test_own_in_a_towns_file_means_the_town(load):
    town = changed(TOWN, "institutions:", "institutions:\n  police: {services: {protection: {area: own, place: own}}}")
    library = load(lv=COUNTRY, lv_valmiera=town)
    protection = offers(library, "lv-valmiera")["police/protection"]
    assert (protection.serves, protection.place) == (True, "LV-113")


def test_a_town_may_take_an_entry_away(load):
    town = changed(
        TOWN, "institutions:", "institutions:\n  police: {services: {protection: {absent: nobody drives out}}}"
    )
    library = load(lv=COUNTRY, lv_valmiera=town)
    assert "police/protection" not in offers(library, "lv-valmiera")
    assert "police/protection" in offers(library, "lv-liepaja")
    assert library.effective("lv-valmiera").absences[0].reason == "nobody drives out"


def test_a_file_with_errors_is_left_out_and_does_not_take_the_others_along(load):
    library = load(lv=COUNTRY, lv_valmiera=changed(TOWN, "meets: [bed]", "meets: [beds]"))
    assert set(library.documents) == {"lv"}
    assert [problem.line for problem in library.problems] == [14]


def test_a_town_is_not_blamed_for_its_countrys_errors(load):
    town = changed(
        TOWN, "confirmation: {on: 2026-11-01, by: coordinator, due: 2027-11-01}", "confirmation: {source: law}"
    )
    library = load(lv=changed(COUNTRY, "layer: country", "layer: cuntry"), lv_valmiera=town)
    assert {problem.file.rsplit("/", 1)[1] for problem in library.problems} == {"lv.yaml"}


def test_an_address_of_a_bed_is_found_in_an_override_too(load):
    shelter = TOWN.split("institutions:\n")[1]
    address = "institutions:\n  shelter: {services: {night: {what: {en: Brīvības iela 5}}}}\n"
    library = load(
        lv=COUNTRY + shelter.replace("LV-113, LV-022", "LV-113"), lv_valmiera=TOWN.split("institutions:\n")[0] + address
    )
    assert "a street address" in str(library.problems[0])


def test_a_town_changes_its_countrys_steps(load, reference):
    library = load(lv=COUNTRY, lv_valmiera=TOWN + PROTOCOL)
    assert library.problems == ()
    steps = {key: {step.key: step for step in library.protocol(key).steps} for key in ("lv-valmiera", "lv-liepaja")}
    assert steps["lv-liepaja"].keys() - steps["lv-valmiera"].keys() == {"recognise"}
    assert steps["lv-valmiera"]["notify"].within.minutes == 30
    assert steps["lv-valmiera"]["notify"].names == steps["lv-liepaja"]["notify"].names


def test_a_step_that_cannot_be_read_is_told_with_its_line(load):
    library = load(lv=COUNTRY, lv_valmiera=TOWN + changed(PROTOCOL, "minutes: 30", "minutes: soon"))
    (problem,) = library.problems
    assert (problem.line, problem.path[:4]) == (TOWN.count("\n") + 3, ("protocol", "steps", "notify", "within"))


def test_a_country_without_steps_is_told_so(reference):
    bare = Library(Checker(replace(reference, protocols={}), TODAY))
    with pytest.raises(NoProtocolError, match="No protocol is known for the country 'lv'"):
        bare.protocol("lv-valmiera")


def test_an_unknown_municipality_is_told_so(country):
    with pytest.raises(UnknownMunicipalityError, match="No municipality has the key 'lv-nowhere'"):
        country.mechanism("lv-nowhere")


def test_the_shipped_files_have_no_error(reference):
    library = load_library([ROOT / "mechanisms", ROOT / "demo"], reference=reference, today=TODAY)
    assert [str(problem) for problem in library.problems if problem.is_error] == []


def test_each_of_the_119_and_of_todays_municipalities_has_a_mechanism(reference):
    library = load_library([ROOT / "mechanisms"], reference=reference, today=TODAY)
    mechanisms = list(library.mechanisms([*reference.municipalities]))
    assert len(mechanisms) == len(reference.municipalities)
    assert all(len(mechanism.offers) > 10 for mechanism in mechanisms)
    distinct = {id(offer) for mechanism in mechanisms for offer in mechanism.offers}
    assert len(distinct) < 0.3 * sum(len(mechanism.offers) for mechanism in mechanisms)


def test_a_demo_is_offered_what_its_invented_neighbour_has_and_no_real_town_is(reference):
    library = load_library([ROOT / "mechanisms", ROOT / "demo"], reference=reference, today=TODAY)
    assert "lv-demo-neighbour:night-shelter/men-night-bed" in {offer.key for offer in library.elsewhere("lv-demo")}
    assert not any(offer.key.startswith("lv-demo") for offer in library.elsewhere("lv-valmiera"))
