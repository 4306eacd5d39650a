"""An entry's form gives back what it was filled with, and only what was answered changes."""

from datetime import date
from pathlib import Path

import pytest

from lapotne.adapters.decoding.days import settled
from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.adapters.reference_yaml import read_reference
from lapotne.apps.mechanism.forms.editing.entries import Asked, InstitutionForms, OfferForms, key_for
from lapotne.domain.mechanism.mended import CONFIRMED, WHO_IS_TAKEN, without_word
from tests.apps.editing.filling import posted

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 24)
REFERENCE = read_reference([ROOT / "reference", ROOT / "demo"])
LIBRARY = load_library([ROOT / "mechanisms", ROOT / "demo"], reference=REFERENCE, today=TODAY)
WORD = {"on": "2026-11-24", "by": "coordinator", "due": "2027-11-24"}


def entries():
    for document in LIBRARY.documents.values():
        for key, institution in settled(document.institutions, TODAY).items():
            for section in ("competences", "services"):
                for name, entry in (institution.get(section) or {}).items():
                    if "absent" not in entry and ("names" in entry or section == "competences"):
                        yield pytest.param(section, entry, id=f"{document.key}/{key}/{name}")


def asked(entry, **further):
    return Asked(entry, REFERENCE.municipalities["lv-valmiera"], WORD, {}, **further)


def answered(section, entry, **changes):
    data = posted(OfferForms(asked(entry), None, section), **changes)
    forms = OfferForms(asked(entry), data, section)
    assert forms.is_valid(), [part.errors for part in forms.parts.values()]
    return forms.wanted()


@pytest.mark.parametrize(("section", "entry"), list(entries()))
def test_a_form_sent_back_unchanged_changes_nothing(section, entry):
    assert answered(section, entry) == entry


SHELTER = {
    "names": {"lv": "Gulta"},
    "meets": ["bed"],
    "eligibility": {"sex": ["female"], "age": "adult"},
    "capacity": [{"count": 6, "sex": ["female"], "note": "upstairs"}],
    "availabilities": [
        {"key": "day", "hours": "Mo-Su 08:00-22:00; PH off", "mode": "in_person", "confirmation": {"on": "2026-01-01"}}
    ],
}


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"texts-names_en": "A bed"}, "names", {"lv": "Gulta", "en": "A bed"}),
        ({"terms-payer": "ngo"}, "payer", "ngo"),
        ({"terms-meets": ["bed", "food_clothes"]}, "meets", ["bed", "food_clothes"]),
        ({"terms-area": "listed", "terms-codes": ["LV-113"]}, "area", ["LV-113"]),
        ({"terms-place": ""}, "place", None),
        ({"terms-languages": ["lv", "ru"]}, "languages", ["lv", "ru"]),
        ({"eligibility-sex_said": "unknown"}, "eligibility", {"sex": "unknown", "age": "adult"}),
        ({"eligibility-sex_said": "everybody"}, "eligibility", {"age": "adult"}),
        ({"eligibility-age_said": "range", "eligibility-age_from": "16"}, "eligibility",
         {"sex": ["female"], "age": {"from": 16}}),
        ({"eligibility-whole": "on"}, "eligibility", "unknown"),
        ({"capacity-0-count": ""}, "capacity", [{"count": "unknown", "sex": ["female"], "note": "upstairs"}]),
        ({"capacity-0-sex": ["female", "male"]}, "capacity",
         [{"count": 6, "sex": ["female", "male"], "note": "upstairs"}]),
    ],
)  # fmt: skip
def test_an_answer_changes_its_field_and_nothing_else(changes, field, value):
    (day,) = SHELTER["availabilities"]
    kept = [day] if field not in WHO_IS_TAKEN and "capacity-0-sex" not in changes else [without_word(day)]
    assert answered("services", SHELTER, **changes) == {**SHELTER, field: value, "availabilities": kept}


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"kind": "always"}, {"hours": "24/7"}),
        ({"kind": "unknown", "on_holidays": ""}, {"hours": "unknown"}),
        ({"kind": "text", "text": "Mo-Fr 9:00-12:00; Dec 24 off"},
         {"hours": "Mo-Fr 9:00-12:00; Dec 24 off", "on_holidays": "closed"}),
        ({"sa": "", "su": "10-12"}, {"hours": "Mo-Fr 08:00-22:00; Su 10:00-12:00", "on_holidays": "closed"}),
        ({"on_holidays": "these", "holidays": "8-22"}, {"hours": "Mo-Su,PH 08:00-22:00"}),
        ({"on_holidays": "as_usual"}, {"hours": "Mo-Su 08:00-22:00", "on_holidays": "as_usual"}),
        ({"on_holidays": ""}, {"hours": "Mo-Su 08:00-22:00"}),
        ({"mode": "on_call", "minutes": "20"}, {"mode": "on_call", "minutes_to_respond": 20}),
        ({"confirmation": "now"}, {"confirmation": WORD}),
        ({"confirmation": "none"}, {"confirmation": None}),
        ({"from_0": "2026-12-28", "to_0": "2027-01-02", "reason_0": "repairs"},
         {"closures": [{"from": "2026-12-28", "to": "2027-01-02", "reason": "repairs"}]}),
    ],
)  # fmt: skip
def test_hours_are_answered_by_table_by_text_or_not_at_all(changes, fields):
    named = {f"availabilities-0-{name}": value for name, value in changes.items()}
    before = SHELTER["availabilities"][0]
    wanted = {key: value for key, value in {**before, **fields}.items() if value is not None}
    if set(fields) & set(CONFIRMED):
        wanted = without_word(wanted)
    assert answered("services", SHELTER, **named)["availabilities"] == [wanted]


def test_a_row_is_added_and_another_goes():
    changes = {
        "availabilities-count": 2,
        "availabilities-0-gone": "on",
        "availabilities-1-origin": "",
        "availabilities-1-kind": "always",
        "availabilities-1-mode": "phone",
        "availabilities-1-confirmation": "none",
    }
    assert answered("services", SHELTER, **changes)["availabilities"] == [{"hours": "24/7", "mode": "phone"}]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"availabilities-0-mo": "in the morning"}, "in the morning"),
        ({"availabilities-0-kind": "text", "availabilities-0-text": "Mo-Fr 99:00"}, "opening_hours"),
        ({"availabilities-0-kind": "text", "availabilities-0-text": ""}, "Write the hours"),
        ({"availabilities-0-from_0": "2026-12-28"}, "first and a last"),
        ({"terms-meets": None}, "at least one need"),
        ({"texts-names_lv": ""}, "Give it a name"),
        ({"eligibility-sex_said": "only", "eligibility-sex_values": None}, "at least one"),
    ],
)
def test_what_cannot_be_is_told_in_words(changes, told):
    data = posted(OfferForms(asked(SHELTER), None, "services"), **changes)
    forms = OfferForms(asked(SHELTER), data, "services")
    assert not forms.is_valid()
    rows = [row for part in forms.parts.values() for row in getattr(part, "rows", [part])]
    assert told in " ".join(str(row.errors) for row in rows if row.is_bound)


def test_an_institution_keeps_its_services_out_of_its_form():
    entry = {"type": "shelter", "names": {"lv": "Osta"}, "services": {"bed": SHELTER}, "contacts": []}
    data = posted(InstitutionForms(asked(entry), None), **{"body-level": "regional"})
    forms = InstitutionForms(asked(entry), data)
    assert forms.is_valid()
    assert forms.wanted()["services"] == {"bed": SHELTER}
    assert forms.wanted()["level"] == "regional"


def test_a_key_is_made_of_the_name_and_is_nobody_elses():
    assert key_for({"lv": "Gulta vīriešiem"}, {}, "service") == "gulta-viriesiem"
    assert key_for({"lv": "Gulta", "en": "Bed"}, {"bed": {}, "bed-2": {}}, "service") == "bed-3"
    assert key_for({"uk": "Ліжко"}, {}, "service") == "service"
