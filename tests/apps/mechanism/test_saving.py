"""Saving, loading and adopting a mechanism: nothing is lost, nothing acts before it may."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.audit import queries as audit
from lapotne.apps.mechanism.actions.adopting import AdoptionError, adopt
from lapotne.apps.mechanism.actions.loading import load_files
from lapotne.apps.mechanism.actions.publishing import publish
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError, Loaded, save
from lapotne.apps.mechanism.models import Offering, Version
from lapotne.apps.mechanism.queries import documents, institutions, offerings, towns
from lapotne.apps.municipalities import queries as municipalities
from tests.people import person

AT = datetime(2026, 11, 17, 9, tzinfo=UTC)
DEMO = Path(__file__).resolve().parents[3] / "demo"


@pytest.fixture
def layer(loaded):
    return documents.layer_with("lv-demo")


@pytest.fixture
def coordinator(layer):
    return person("coordinator", RoleKind.COORDINATOR, municipality=layer.municipality)


def changed(layer, name="Cits nosaukums"):
    document = deepcopy(documents.latest(layer).document)
    document["institutions"]["men-shelter"]["names"]["lv"] = name
    return document


def shelter_name(layer):
    acting = towns.mechanism(layer.municipality, AT.date())
    return acting.institutions["men-shelter"].names["lv"]


def test_everything_of_the_checkout_loads(loaded):
    assert not [problem for problem in loaded.problems if problem.is_error]
    assert set(loaded.done.values()) == {Loaded.CREATED}


def test_a_saved_edit_is_the_next_version_and_acts_at_once(layer, coordinator):
    version = save(layer=layer, document=changed(layer), by=coordinator, at=AT, reason="A new name", on_version=1)
    assert (version.number, version.by, version.reason) == (2, coordinator, "A new name")
    assert shelter_name(layer) == "Cits nosaukums"
    assert "save_mechanism" in audit.of_municipality("lv-demo").values_list("verb", flat=True)


def test_the_public_page_sees_a_saved_edit(layer, coordinator):
    document = changed(layer)
    del document["institutions"]["men-shelter"]
    before = {offer.key for offer in offerings.mechanism_for(layer.municipality, "bed").offers}
    save(layer=layer, document=document, by=coordinator, at=AT, reason="Closed", on_version=1)
    after = {offer.key for offer in offerings.mechanism_for(layer.municipality, "bed").offers}
    assert {key.split("/")[0] for key in before - after} == {"men-shelter"}


def test_two_who_edit_the_same_version_do_not_overwrite_each_other(layer, coordinator):
    save(layer=layer, document=changed(layer, "Pirmais"), by=coordinator, at=AT, reason="First", on_version=1)
    with pytest.raises(EditedMeanwhileError, match="Version 2 was saved meanwhile"):
        save(layer=layer, document=changed(layer, "Otrais"), by=coordinator, at=AT, reason="Second", on_version=1)
    assert shelter_name(layer) == "Pirmais"


def test_a_document_with_errors_is_not_saved_at_all(layer, coordinator):
    document = changed(layer)
    document["institutions"]["men-shelter"]["services"]["men"] = {"meets": ["poetry"], "street": "Bed street 1"}
    with pytest.raises(FileProblemsError):
        save(layer=layer, document=document, by=coordinator, at=AT, reason="Wrong", on_version=1)
    assert Version.objects.filter(layer=layer).count() == 1


def test_loading_again_changes_nothing(loaded):
    report = load_files(files=[DEMO], at=datetime(2026, 11, 16, 10, tzinfo=UTC))
    assert set(report.done.values()) == {Loaded.UNCHANGED}


def test_a_file_never_overwrites_an_edit_unasked_and_tells_the_difference(layer, coordinator, tmp_path):
    save(layer=layer, document=changed(layer), by=coordinator, at=AT, reason="A new name", on_version=1)
    file = tmp_path / "lv-demo.yaml"
    file.write_text((DEMO / "lv-demo.yaml").read_text() + "# newer\n")
    report = load_files(files=[file], at=AT)
    assert report.done == {"lv-demo": Loaded.KEPT}
    assert ("institutions", "men-shelter", "names", "lv") in [found.path for found in report.kept["lv-demo"]]
    assert shelter_name(layer) == "Cits nosaukums"
    assert load_files(files=[file], at=AT, overwrite=True).done == {"lv-demo": Loaded.UPDATED}
    assert shelter_name(layer) != "Cits nosaukums"


def test_competences_wait_for_the_council(layer, coordinator):
    adopt(version=documents.latest(layer), body="group", on=date(2026, 11, 16), decision="", by=coordinator, at=AT)
    document = changed(layer)
    del document["institutions"]["council"]["competences"]["decide"]
    version = save(layer=layer, document=document, by=coordinator, at=AT, reason="Who decides", on_version=1)

    def deciding():
        found = towns.mechanism(layer.municipality, AT.date()).offers
        return "council/decide" in [offer.key for offer in found]

    assert deciding()
    assert documents.is_pending(layer)
    adopt(version=version, body="council", on=date(2026, 11, 17), decision="12", by=coordinator, at=AT)
    assert not deciding()
    assert not documents.is_pending(layer)


@pytest.mark.parametrize(
    ("body", "on", "decision", "says"),
    [
        ("council", date(2026, 11, 17), " ", "write its number"),
        ("group", date(2026, 11, 18), "", "lies ahead"),
    ],
)
def test_an_adoption_that_cannot_stand_says_why(layer, coordinator, body, on, decision, says):
    with pytest.raises(AdoptionError, match=says):
        adopt(version=documents.latest(layer), body=body, on=on, decision=decision, by=coordinator, at=AT)


def test_a_version_is_adopted_once(layer, coordinator):
    version = documents.latest(layer)
    adopt(version=version, body="group", on=AT.date(), decision="", by=coordinator, at=AT)
    with pytest.raises(AdoptionError, match="adopted already"):
        adopt(version=version, body="group", on=AT.date(), decision="", by=coordinator, at=AT)


@pytest.mark.parametrize("wrong", [{"number": 0}, {"reason": ""}, {"origin": "product"}, {"file_digest": ""}])
def test_the_database_refuses_a_version_that_says_too_little(layer, wrong):
    right = {"layer": layer, "number": 9, "document": {}, "origin": "file", "file_digest": "x", "at": AT, "reason": "r"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(**right | wrong)


def test_publishing_twice_gives_the_same_offerings(layer):
    before = list(Offering.objects.order_by("municipality", "need", "offer").values_list("offer", "words"))
    publish(layers=[layer], at=AT + timedelta(hours=1))
    assert list(Offering.objects.order_by("municipality", "need", "offer").values_list("offer", "words")) == before


def test_an_offer_read_back_is_the_offer_that_was_published(layer):
    acting = {offer.key: offer for offer in towns.mechanism(layer.municipality, AT.date()).offers}
    read = offerings.mechanism_for(layer.municipality, "bed", "decide", "interpreter").offers
    assert read
    assert all(acting[offer.key] == offer for offer in read)


def test_a_town_without_a_mechanism_of_its_own_has_its_countrys(loaded):
    town = municipalities.by_key("lv-cesis")
    assert {offer.key for offer in offerings.mechanism_for(town, "danger_to_life").offers}


def test_a_town_that_no_file_lists_any_more_acts_on(layer, monkeypatch):
    found = towns.reference()
    listed = {key: town for key, town in found.municipalities.items() if key != "lv-demo"}
    monkeypatch.setattr(towns, "reference", lambda: replace(found, municipalities=listed))
    town = municipalities.by_key("lv-demo")
    assert next(iter(towns.mechanisms([town], AT.date()))).institutions
    assert towns.library_of(documents.layers_for(town), AT.date()).mechanism("lv-demo").institutions


def test_whoever_looks_after_an_institution_chooses_it_by_its_name(layer):
    document = deepcopy(dict(documents.latest(layer).document))
    document["institutions"] |= {"state-police": {"note": {"lv": "Tikai piezīme"}}, "courts": {"absent": "Cits."}}
    Version.objects.filter(pk=documents.latest(layer).pk).update(document=document)
    named = dict(institutions.named(municipalities.by_key("lv-demo"), "lv"))
    assert named["state-police"] == "Valsts policija"
    assert "courts" not in named
    assert [key for key, name in named.items() if key == name] == []
