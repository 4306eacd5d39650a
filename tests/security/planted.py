"""Secrets planted in the demonstration, each with a word of its own that is searched wherever it mustn't be."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from lapotne.apps.accounts.models import User
from lapotne.apps.mechanism.actions.adopting import adopt
from lapotne.apps.mechanism.actions.saving import save
from lapotne.apps.mechanism.models import Body, Version
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.municipalities import queries

STAFF_ONLY = "canary-staff"
"""In the town's contacts for staff only, of an institution and of a service."""

DRAFT = "canary-draft"
"""In what waits for adoption, and in the reason it was saved with."""

SECRET = "canary-far"
"""In the name of the town's own secret beds, which it lends its neighbours."""

ALONE = "canary-alone"
"""In the name of a body that staff alone reach."""

PLACE, PLACE_NAME = "LV-073", "Preiļ"
"""The municipality in which the town's own secret beds are."""

NEIGHBOURS = "canary-neighbour"
"""In all that the neighbour says of a secret service it lends."""

NEIGHBOURS_STAFF = "canary-their-staff"
"""In the contacts for staff only of an open service that the neighbour lends."""

ALWAYS = [{"hours": "24/7", "mode": "in_person", "minutes_to_respond": 30}]
EVERY_TOWN = ["XX-001", "XX-002", "LV-113"]
CLOSING = [{**ALWAYS[0], "closures": [{"from": "2026-01-01", "to": "2099-01-01"}]}]
WOMEN = [{"count": 2, "sex": ["female"]}]


def plant(by: User) -> None:
    """Version 2 of the town is adopted, version 3 waits; the neighbour lends an open and a secret service."""
    at = datetime.now(UTC)
    second = _saved("lv-demo", _with_secrets, by, at, "the second")
    adopt(version=second, body=Body.GROUP, on=at.date(), decision="", by=by, at=at)
    _saved("lv-demo", _with_drafts, by, at, DRAFT)
    _saved("lv-demo-neighbour", _lending, by, at, "lent")


def _saved(town: str, change: Any, by: User, at: datetime, reason: str) -> Version:
    newest = documents.latest(documents.layer_of(queries.by_key(town)))
    document = deepcopy(newest.document)
    change(document)
    return save(layer=newest.layer, document=document, by=by, at=at, reason=reason, on_version=newest.number)


def _with_secrets(document: dict) -> None:
    bodies = document["institutions"]
    bodies["council"]["contacts"].append(_staff_contact(STAFF_ONLY))
    bodies["men-shelter"]["services"]["men-bed"]["contacts"] = [_staff_contact(STAFF_ONLY)]
    bodies["back-office"] = {
        "type": "municipality", "level": "local", "names": {"en": ALONE, "lv": ALONE}, "source": "invented",
        "contacts": [_staff_contact(STAFF_ONLY)],
        "competences": {"decide": _offer({"contacts": [_staff_contact(STAFF_ONLY)]})},
        "services": {"desk": _service(ALONE, ["inform"], contacts=[_staff_contact(STAFF_ONLY)])},
    }  # fmt: skip
    bodies["back-office"]["services"]["desk"]["availabilities"] = CLOSING
    bodies["crisis-centre"]["services"]["far-bed"] = _service(f"Beds {SECRET}", ["bed"], place=PLACE, confidential=True)


def _with_drafts(document: dict) -> None:
    bodies = document["institutions"]
    bodies["men-shelter"]["competences"] = {"decide": _offer({"what": {"en": f"Decides {DRAFT}"}})}
    document["protocol"] = {"steps": {"notify": {"what": {"en": f"Notifies {DRAFT}", "lv": f"Ziņo {DRAFT}"}}}}


def _lending(document: dict) -> None:
    secret = _service(f"Beds {NEIGHBOURS}", ["bed", "advice_talk"], confidential=True)
    secret["contacts"] = [{"kind": "web", "value": f"https://{NEIGHBOURS}.example"}, _staff_contact(NEIGHBOURS)]
    secret["availabilities"] = [*CLOSING, *ALWAYS]
    open_one = _service("A talk", ["advice_talk"])
    open_one["contacts"] = [_staff_contact(NEIGHBOURS_STAFF)]
    document["institutions"][f"{NEIGHBOURS}-house"] = {
        "type": "shelter", "level": "local", "names": {"en": f"House {NEIGHBOURS}"}, "source": "invented",
        "contacts": [{"kind": "phone", "value": "+371 00010777", "note": {"en": NEIGHBOURS}}],
        "services": {f"{NEIGHBOURS}-bed": secret}, "competences": {},
    }  # fmt: skip
    document["institutions"]["talkers"] = {
        "type": "ngo", "level": "local", "names": {"en": "Talkers"}, "source": "invented",
        "contacts": [{"kind": "phone", "value": "+371 00010778"}, _staff_contact(NEIGHBOURS_STAFF)],
        "services": {"talk": open_one},
    }  # fmt: skip


def _service(name: str, meets: list[str], **more: Any) -> dict:
    offer = {
        "names": {"en": name},
        "what": {"en": name},
        "meets": meets,
        "area": EVERY_TOWN,
        **more,
    }
    return _offer(offer | ({"capacity": WOMEN} if "bed" in meets else {}))


def _offer(said: dict) -> dict:
    return {"area": "own", "place": "own", "source": "invented", "availabilities": ALWAYS, **said}


def _staff_contact(canary: str) -> dict:
    return {"kind": "email", "value": f"{canary}@example.org", "audience": "staff", "note": {"en": canary}}
