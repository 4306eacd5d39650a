"""What leaves the house in any format: no canary of what must stay, and each canary sings once it is let out."""

import json
from datetime import UTC, datetime

import pytest

from lapotne.adapters.calendar import closures_calendar
from lapotne.adapters.csv_tables import offers_csv
from lapotne.adapters.hsds import hsds_page
from lapotne.adapters.mechanism_yaml import load_library
from lapotne.adapters.wording import Wording
from tests.adapters.conftest import TODAY
from tests.adapters.texts import COUNTRY, TOWN

REFUGE = """\
  refuge:
    type: crisis_centre
    names: {en: Refuge}
    contacts:
      - {kind: phone, value: "+371 60000001", audience: staff, note: {en: CANARY-NOTE}}
      - {kind: email, value: canary@example.org, audience: staff}
      - {kind: phone, value: "+371 60000002"}
    services:
      hidden:
        names: {en: Safe stay}
        meets: [advice_talk]
        area: own
        place: LV-022
        confidential: true
        contacts: [{kind: phone, value: "+371 60000003", audience: staff}, {kind: phone, value: "+371 60000004"}]
        availabilities:
          - {hours: "24/7", mode: in_person, closures: [{from: 2026-12-01, to: 2026-12-02, reason: CANARY-REASON}]}
      for-staff:
        names: {en: CANARY-SERVICE}
        meets: [advice_talk]
        contacts: [{kind: phone, value: "+371 60000005", audience: staff}]
        availabilities: [{hours: "24/7", mode: phone}]
      bed:
        names: {en: A bed}
        meets: [bed]
        place: LV-007
        availabilities: [{hours: "24/7", mode: in_person}]
"""
CANARIES = (
    "60000001",
    "CANARY-NOTE",
    "canary@example.org",
    "60000003",
    "CANARY-SERVICE",
    "60000005",
    "LV-022",
    "Cēsis",
)
IN_LOCATIONS_ONLY = ("LV-007", "Alūksne")


@pytest.fixture
def formats(reference, tmp_path):
    """The exports of a town by name of format, from its text."""

    def of(town: str, key: str = "lv-valmiera") -> dict[str, str]:
        (tmp_path / "lv.yaml").write_text(COUNTRY, encoding="utf-8")
        (tmp_path / "lv-valmiera.yaml").write_text(town, encoding="utf-8")
        library = load_library([tmp_path], reference=reference, today=TODAY)
        assert [str(problem) for problem in library.problems if problem.is_error] == []
        mechanism, wording = library.mechanism(key), Wording("en", reference)
        at = datetime(2026, 11, 24, 12, tzinfo=UTC)
        return {
            "hsds": json.dumps(hsds_page(mechanism, wording, today=TODAY), ensure_ascii=False),
            "csv": offers_csv([mechanism], wording),
            "ical": closures_calendar([mechanism], wording, at=at).decode(),
        }

    return of


HIDING = TOWN.replace("area: [LV-113, LV-022]", "area: own") + REFUGE


@pytest.mark.parametrize("name", ["hsds", "csv", "ical"])
def test_no_canary_leaves(name, formats):
    hidden = (*CANARIES, "CANARY-REASON", *IN_LOCATIONS_ONLY) if name == "hsds" else CANARIES
    if name == "csv":
        # A table of everything names a service for staff, but not how to reach it.
        hidden = tuple(canary for canary in hidden if canary != "CANARY-SERVICE")
    text = formats(HIDING)[name]
    assert [canary for canary in hidden if canary in text] == []


def test_every_canary_sings_once_it_is_let_out(formats):
    out = HIDING.replace(", audience: staff", "").replace("confidential: true", "confidential: false")
    out = out.replace("meets: [bed]\n        place: LV-007", "meets: [doctor]\n        place: LV-007")
    sung = formats(out)
    missing = [canary for canary in (*CANARIES, *IN_LOCATIONS_ONLY) if canary not in sung["hsds"]]
    assert missing == []
    assert "CANARY-REASON" in sung["ical"]
    assert [canary for canary in ("60000003", "60000005", "LV-022") if canary not in sung["csv"]] == []


def test_a_neighbours_confidential_service_is_not_told_at_all(formats):
    lent = HIDING.replace("        area: own\n        place: LV-022", "        area: [LV-022]\n        place: own")
    assert "Safe stay" not in "".join(formats(lent, "lv-cesis").values())
    assert "Safe stay" in formats(lent.replace("confidential: true", "confidential: false"), "lv-cesis")["hsds"]
