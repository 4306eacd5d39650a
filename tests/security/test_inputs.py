"""Whatever is written into an address or a field gets an answer that is no crash, and a kind one."""

import re
from itertools import cycle, islice
from urllib.parse import parse_qsl, urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from lapotne.apps.mechanism.models import Version
from tests.languages import is_long
from tests.security.addresses import ASKED, Address, addresses
from tests.security.forms_read import Form, forms_of
from tests.security.hostile import VALUES, in_query, parameters
from tests.security.reading import text_of
from tests.security.table import LINES

A_FEW = 2 if is_long() else 1
PART = 1 if is_long() else 3
"""Of many values that pages read by the same rule, each gets one in three, and each value comes to many pages."""
FORM = "application/x-www-form-urlencoded"
HERE = "/en/staff/lv-demo"
API = "/api/v1/municipalities/lv-demo/now"


@pytest.fixture
def alice(visitors):
    """A client that answers a crash as a server would: with 500."""
    visitors["alice"].raise_request_exception = False
    return visitors["alice"]


@pytest.fixture
def client(secrets):
    return Client(raise_request_exception=False)


def crashed(answers: dict[str, int]) -> list[str]:
    return [f"{asked[:200]!r}: {status}" for asked, status in answers.items() if status >= 500]


def sent(visitor: Client, path: str, body: str) -> int:
    """The status of a form's answer; nothing it saved stays."""
    with transaction.atomic():
        status = visitor.post(path, body, content_type=FORM).status_code
        transaction.set_rollback(True)
    return status


def readable() -> list[Address]:
    return [one for one in addresses() if "GET" in LINES[one.name].methods and one.name != "account_logout"]


def test_no_address_crashes_on_its_parameters(alice):
    """All of them at once; every address gets a few of the values, every value comes to many addresses."""
    short, names = [value for value in VALUES if len(value) < 1000], sorted(parameters())
    turn, answers = cycle(short), {}
    for address in readable():
        for value in islice(turn, A_FEW):
            kept = dict(parse_qsl(ASKED.get(address.name, "")))
            query = "&".join(in_query(name, value) for name in names if name not in kept)
            path = f"{address.path}?{query}&{urlencode(kept)}"
            answers[path] = alice.get(path).status_code
    assert len(answers) > 100
    assert not crashed(answers)


PARAMETERS = {
    "/en/help/": ["town"],
    "/en/help/lv-demo/bed/": ["at"],
    API: ["need", "at"],
    f"{HERE}/canopy/": ["week", "hour"],
    f"{HERE}/protocol/now/": ["step", "at"],
    f"{HERE}/try/": ["kind", "offer", "place"],
    f"{HERE}/versions/compare/": ["before", "after"],
    "/en/staff/country/": ["need", "profile", "on", "sort"],
    "/en/staff/country/compare/": ["town", "need"],
    "/en/staff/new-town/": ["municipality"],
}


def test_no_value_of_a_parameter_crashes_its_page(alice):
    asked = {one.path: dict(parse_qsl(ASKED[one.name])) for one in addresses() if one.name in ASKED}
    answers, short = {}, [value for value in VALUES if len(value) < 10_000]
    for at, (path, name) in enumerate((path, name) for path, names in PARAMETERS.items() for name in names):
        others = urlencode({key: said for key, said in asked.get(path, {}).items() if key != name})
        for value in short[at % PART :: PART]:
            query = f"{path}?{in_query(name, value)}&{others}"
            answers[query] = alice.get(query).status_code
    assert len(answers) > 150
    assert not crashed(answers)


def forms_to_send(visitor: Client) -> list[Form]:
    """Each form of staff's pages once, as it stands, with where it goes."""
    found = {}
    for address in readable():
        answer = visitor.get(address.asked)
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for form in forms_of(text_of(answer)):
            form.action = form.action or address.path
            if form.method == "post" and "logout" not in form.action:
                found.setdefault((form.action, tuple(form.fields)), form)
    return list(found.values())


def fields_of(forms: list[Form]) -> list[tuple[Form, str]]:
    """Each kind of field once, in the first form that has it; the rows of a list are alike."""
    found = {}
    for form in forms:
        for name in {"reason": "", "act": "", **form.fields}:
            found.setdefault(
                (re.sub(r"\d+", "0", name), form.action.count("/") if name == "reason" else 0), (form, name)
            )
    return list(found.values())


def test_no_field_of_a_form_crashes_it(alice):
    """Every kind of field, one at a time, the others as they stand; each gets one of the values."""
    turn, answers, forms = cycle(VALUES), {}, forms_to_send(alice)
    for form, name in fields_of(forms):
        value = next(turn)
        said = {"act": "save", **form.fields, "reason": "why", name: value}
        body = "&".join(in_query(key, one) for key, one in said.items())
        answers[f"{form.action} {name}={value[:40]}"] = sent(alice, form.action, body)
    assert len(forms) > 15
    assert len(answers) > 60
    assert not crashed(answers)


NO_NUMBERS = ("\x00", "\udcff", "²", "٣", "-1", "9" * 5000, "9" * 20, "1e999", "nan", "x" * 501)
COUNTED = [
    (f"{HERE}/institutions/social-service/edit/", "contacts-count"),
    (f"{HERE}/institutions/social-service/services/first-money/", "availabilities-0-origin"),
    (f"{HERE}/institutions/social-service/services/first-money/", "base"),
    (f"{HERE}/institutions/social-service/services/first-money/remove/", "over"),
    (f"{HERE}/institutions/social-service/services/first-money/remove/", "reason"),
    (f"{HERE}/versions/1/restore/", "reason"),
    (f"{HERE}/versions/3/adopt/", "on"),
]


def test_hidden_fields_and_reasons_take_nothing_that_crashes(alice):
    answers = {}
    for at, (path, name) in enumerate(COUNTED):
        others = urlencode({"act": "save", "over": 3} | ({} if name == "reason" else {"reason": "why"}))
        for value in NO_NUMBERS[at % PART :: PART]:
            answers[f"{path} {name}={value}"] = sent(alice, path, f"{in_query(name, value)}&{others}")
    assert not crashed(answers)


def test_a_reason_that_the_database_cannot_hold_is_refused_kindly(alice):
    path = f"{HERE}/institutions/social-service/services/first-money/remove/"
    for reason in ("a\x00b", "x" * 501):
        answer = alice.post(path, {"reason": reason, "over": 3}, follow=True)
        assert "Nothing was taken out" in answer.text
    assert Version.objects.filter(layer__key="lv-demo").count() == 3


ELSEWHERE = ("//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example", "evil")


def test_a_form_leads_back_to_this_site_alone(alice):
    path = f"{HERE}/institutions/social-service/services/first-money/still-right/"
    led = {following: alice.post(path, {"next": following}).url for following in (*ELSEWHERE, f"{HERE}/versions/")}
    assert led.pop(f"{HERE}/versions/") == f"{HERE}/versions/"
    assert set(led.values()) == {f"{HERE}/institutions/social-service/"}


def test_no_program_crashes_the_api(client):
    bodies = [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        "[" * 100_000,
        '{"need": NaN}',
        '{"need": 1e999}',
        '{"need": "bed", "at": []}',
    ]
    bodies += [
        '{"need": "\\ud800"}',
        '{"need": "bed", "at": "\\ud800"}',
        '{"need": "bed", "facts": {"\\u0000": "\\u0000"}}',
    ]
    bodies += ['{"need": "bed", "facts": {"age": 99999999999999999999}}', '{"need": "bed", "facts": {"age": -1}}']
    bodies += ['{"need": "bed", "facts": {"languages": [["lv"]]}}', '{"need": "bed", "facts": {"sex": {"a": 1}}}']
    raw = [body.encode() for body in bodies] + [b"\xff\xfe{}", b"\x00", b"x" * 3_000_000]
    answers = {str(body[:80]): client.post(API, body, content_type="application/json").status_code for body in raw}
    assert set(answers.values()) <= {400, 404, 413, 422}, answers


def test_facts_that_nobody_can_have_are_told_kindly(client):
    for facts in ({"sex": "\x00"}, {"languages": ["\x00", "lv"]}, {"years": "²"}, {"years": "9" * 5000}):
        answer = client.post("/en/help/lv-demo/bed/", facts)
        assert answer.status_code == 400, facts
        assert "tel:112" in answer.text


BOMBS = {
    "aliases of aliases": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [{f'*b{n - 1}, ' * 9}*a]\n" for n in range(1, 12))
    .replace("*b0", "*a"),
    "deep": "[" * 5000,
    "deep by indent": "".join(" " * n + "a:\n" for n in range(400)),
    "a tag that makes objects": "!!python/object/apply:os.system ['touch /tmp/owned']",
    "a merge of itself": "a: &a\n  <<: *a\n",
    "NUL": "lapotne: 1\x00",
    "no key twice": "lapotne: 1\nlapotne: 2\n",
    "a number without end": "lapotne: " + "9" * 100_000,
    "a day that never was": "lapotne: 2026-02-30",
    "nothing": "   ",
    "one key very often": "a: {" + "x: 1, " * 20_000 + "}",
}  # fmt: skip


def test_a_file_that_would_blow_up_is_told_what_is_wrong(alice):
    for at, (bomb, text) in enumerate(BOMBS.items()):
        ways = [{"file": SimpleUploadedFile("lv-demo.yaml", text.encode())}, {"text": text}]
        for sending in ways if is_long() else ways[at % 2 :][:1]:
            answer = alice.post(f"{HERE}/files/upload/", {**sending, "over": 3, "act": "look"})
            assert answer.status_code == 422, bomb


def test_a_file_that_is_no_text_or_too_large_is_refused(alice):
    for content in (b"\xff\xfe\x00", b"\x1f\x8b\x08\x00", b"%PDF-1.7", b"x" * 2_000_001):
        sending = {"file": SimpleUploadedFile("../../lv-demo.yaml\x00<script>", content), "over": 3, "act": "look"}
        answer = alice.post(f"{HERE}/files/upload/", sending)
        assert answer.status_code == 422
        assert "<script>" not in answer.text


def test_a_crash_would_be_seen(alice, monkeypatch):
    """The control."""
    monkeypatch.setattr("lapotne.apps.mechanism.views.editing.gates.desk", lambda *_given: 1 / 0)
    assert crashed({"files": alice.get(f"{HERE}/files/").status_code})
