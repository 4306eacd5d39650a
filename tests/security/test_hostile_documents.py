"""A mechanism whose every text attacks its readers: all of it is shown as text, on each page, in each file."""

import csv
import gzip
import io
import re
from copy import deepcopy
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from icalendar import Calendar

from lapotne.adapters.calendar import closures_calendar
from lapotne.adapters.problems import FileProblemsError
from lapotne.adapters.wording import Wording
from lapotne.apps.mechanism.actions.publishing import publish
from lapotne.apps.mechanism.actions.saving import check, save
from lapotne.apps.mechanism.models import Version
from lapotne.apps.mechanism.presenters.words import reaching
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.queries.towns import town_of
from lapotne.domain.mechanism.offers import Availability, Closure, Institution, Offer, OfferKind
from lapotne.domain.mechanism.towns import Mechanism
from tests.people import person
from tests.security.principals import clients
from tests.security.reading import PDF_READER, pdf_text
from tests.security.walks import public_answers, staff_answers

ATTACK = """=HYPERLINK("javascript:x")'"><evil onload=x()></script></style>]]>--><b>{{7*7}}#panic("x")"""
TODAY = date(2026, 11, 18)
NEW_LINE = "\r\nATTENDEE:mailto:evil@example.org"
TEXTS = {"names", "what", "note", "basis", "rule"}
SCHEMES = re.compile(r"(https?|tel|mailto|sms):|/(?!/)|[?#]|[^:/]*(/|$)")
FORMULA = re.compile(r"\s*[=+\-@\t\r]")
TELEPHONES = re.compile(r"(\+?[\d ]+(; )?)+")
"""What a spreadsheet may take for a number is one."""


def attacking(value: object, key: str = "") -> object:
    """The same document with the attack in each text that people write."""
    if isinstance(value, dict):
        is_text = key in TEXTS
        return {name: ATTACK if is_text else attacking(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [attacking(one, key) for one in value]
    return f"{ATTACK} {value}" if key in ("title", "publisher", "reason", "absent") else value


@pytest.fixture
def attacked(demo):
    """Saulgrieži with the attack in all its texts."""
    newest = documents.latest(documents.layer_of(demo))
    document = attacking(deepcopy(newest.document))
    by, at = person("mallory", name=ATTACK), datetime.now(UTC)
    save(layer=newest.layer, document=document, by=by, at=at, reason=ATTACK, on_version=newest.number)
    return demo


class Elements(HTMLParser):
    """What a browser would make of a page: its elements, its handlers and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.evil: list[str] = []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if tag == "evil":
            self.evil.append(tag)
        for name, value in attributes:
            leads = name in ("href", "src", "action", "formaction", "xlink:href")
            if name.startswith("on") or (leads and not SCHEMES.match(value or "")):
                self.evil.append(f"{name}={value}")


def evil_in(raw: str) -> list[str]:
    found = Elements()
    found.feed(raw)
    return found.evil


def sent(answers) -> dict[str, tuple[str, str]]:
    """Kind and content of all answers, by address."""
    return {path: (answer.headers.get("Content-Type", ""), unpacked(answer)) for path, answer in answers}


def unpacked(answer) -> str:
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(answer.content) if packed else answer.content).decode(errors="replace")


def test_no_page_and_no_picture_runs_what_a_text_says(client, attacked):
    answers = sent(public_answers(client, "lv-demo")) | sent(staff_answers(clients()["alice"], "lv-demo"))
    pages = {path: raw for path, (kind, raw) in answers.items() if kind.startswith(("text/html", "image/svg"))}
    assert len(pages) > 150
    assert not {path: evil for path, raw in pages.items() if (evil := evil_in(raw))}
    assert sum("&lt;evil" in raw for raw in pages.values()) > 50, "the attack is shown, as text"


@pytest.mark.parametrize(
    "raw",
    ["<p><evil onload=x()></p>", '<a href="javascript:x">', "<img src='data:text/html,x'>", '<p title="" onclick="x">'],
)
def test_what_runs_would_be_seen(raw):
    assert evil_in(raw)


def test_a_spreadsheet_runs_nothing(attacked):
    alice = clients()["alice"]
    files = ("files/offers.csv", "files/gaps.csv", "canopy/week.csv", "canopy/gaps.csv")
    cells = []
    for file in files:
        text = alice.get(f"/en/staff/lv-demo/{file}").content.decode("utf-8-sig")
        cells += [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    run = {cell for cell in cells if FORMULA.match(cell) and not TELEPHONES.fullmatch(cell)}
    assert len(cells) > 1000
    assert not run
    assert any(cell.startswith(f"'{ATTACK}") for cell in cells), "the attack is in the files, as text"


def test_a_calendar_takes_no_line_from_a_text(attacked):
    raw = clients()["alice"].get("/en/staff/lv-demo/files/closures.ics").content
    assert b"evil" in raw
    calendar = Calendar.from_ical(raw)
    assert {name for event in calendar.walk("VEVENT") for name in event} <= {
        "UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "TRANSP",
    }  # fmt: skip


def test_a_text_of_several_lines_adds_none_to_a_calendar(attacked):
    times = Availability("24/7", closures=(Closure(TODAY, TODAY, NEW_LINE),))
    body, names = Institution("a", "ngo", {"en": NEW_LINE}), {"en": NEW_LINE}
    offer = Offer("a/b", OfferKind.SERVICE, body, frozenset({"bed"}), names, availabilities=(times,))
    town = Mechanism(town_of(attacked), {}, (offer,))
    raw = closures_calendar([town], Wording("en", reference()), at=datetime.now(UTC))
    assert b"evil" in raw
    assert "ATTENDEE" not in {name for event in Calendar.from_ical(raw).walk("VEVENT") for name in event}


def test_a_card_prints_it_as_text(client, attacked):
    for size in ("a4", "a6"):
        printed = client.get(f"/en/help/lv-demo/card-{size}.pdf")
        assert printed.status_code == 200
        assert not PDF_READER or "panic" in pdf_text(printed.content)
        assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|URI)\b", printed.content)


LEADING = [
    *[("web", value) for value in ("javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "//evil.example")],
    *[
        ("chat", "data:text/html,x"),
        ("sign_language", "vbscript:x"),
        ("phone", "javascript:x"),
        ("email", "javascript:x"),
    ],
]


def leading_to(town, contacts: list[tuple[str, str]]) -> str:
    """What pages on a town say whose council has these contacts, saved past the checks."""
    newest = documents.latest(documents.layer_of(town))
    document = deepcopy(newest.document)
    said = [{"kind": kind, "value": value, "audience": "public"} for kind, value in contacts]
    document["institutions"]["council"]["contacts"] = said
    at, by = datetime.now(UTC), person("mallory")
    with pytest.raises(FileProblemsError) as refused:
        check(layer=newest.layer, document=document, at=at)
    # Sign language is reached in many ways, so its contacts have no shape.
    assert len(refused.value.problems) == sum(kind != "sign_language" for kind, _value in contacts)
    Version.objects.create(layer=newest.layer, number=2, document=document, origin="product", by=by, at=at, reason="x")
    publish(layers=[newest.layer], at=at)
    here, alice = "/en/staff/lv-demo", clients()["alice"]
    pages = ("institutions/council/", "institutions/", "canopy/", "protocol/now/?step=coordinate")
    read = (*(f"{here}/{page}" for page in pages), "/en/help/lv-demo/decide/")
    return "".join(unpacked(alice.get(page)) for page in read)


def test_a_contact_that_leads_elsewhere_is_no_link_even_past_the_checks(demo):
    raw = leading_to(demo, LEADING)
    assert not [value for _kind, value in LEADING if value.strip() not in raw]
    assert not evil_in(raw)


def test_a_link_that_leads_elsewhere_would_be_seen(demo, monkeypatch):
    monkeypatch.setattr(reaching, "OF_THE_WEB", ("",))
    assert evil_in(leading_to(demo, [("web", "javascript:alert(1)")]))
