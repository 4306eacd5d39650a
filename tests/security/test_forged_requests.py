"""What another site's page sends in a reader's name does nothing: forms need their token, or change nothing."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import resolve
from django.utils import translation

from lapotne.apps.audit.models import Act
from lapotne.apps.mechanism.models import Version
from tests.security.addresses import Address, addresses
from tests.security.table import LINES

EXEMPT = {"website:answer", "website:offer", "website:offer_questions", "website:search", "rulebooks:ask",
          "rulebooks:compare", "rulebooks:course"}  # fmt: skip
"""They change nothing and know no reader; a token would need a cookie, which public pages don't set."""

BY_TOKEN = {"by_link:entries"}
"""Its address is the secret: whoever can't say it can't forge an answer, and no browser adds it by itself."""


def taking_forms() -> list[Address]:
    return [address for address in addresses() if "POST" in LINES[address.name].methods and "api" not in address.name]


def is_exempt(address: Address) -> bool:
    with translation.override("en"):
        return getattr(resolve(address.path).func, "csrf_exempt", False)


def test_only_pages_that_change_nothing_ask_for_no_token(db):
    assert {address.name for address in taking_forms() if is_exempt(address)} <= EXEMPT | BY_TOKEN


def test_every_form_of_staff_is_refused_without_its_token(visitors):
    alice = Client(enforce_csrf_checks=True)
    alice.cookies = visitors["alice"].cookies
    before = Act.objects.count(), Version.objects.count()
    forms = [address for address in taking_forms() if address.name not in EXEMPT | BY_TOKEN]
    answers = {
        address.path: alice.post(address.path, {"act": "save", "reason": "forged"}).status_code for address in forms
    }
    assert len(answers) > 20
    refused = {path for path, status in answers.items() if status == 403}
    # These say 405 or lead to the workspace before they read anything that was sent.
    assert {answers[path] for path in answers.keys() - refused} <= {302, 405, 404}
    assert (Act.objects.count(), Version.objects.count()) == before
    assert len(refused) > 15


def test_the_same_form_with_its_token_does_something(visitors):
    """The control."""
    visitors["alice"].post("/en/staff/lv-demo/institutions/social-service/services/first-money/still-right/")
    assert Act.objects.order_by("-pk").first().verb == "save_mechanism"


def test_what_needs_no_token_writes_nothing(client, secrets):
    """Also the addresses for programs: not one statement that changes a row."""
    written = []

    def watch(execute, sql, *given):
        if sql.lstrip().split(" ", 1)[0].upper() not in ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK"):
            written.append(sql)
        return execute(sql, *given)

    posted = [one for one in addresses() if LINES[one.name].is_public and "POST" in LINES[one.name].methods]
    assert len(posted) > 4
    with connection.execute_wrapper(watch):
        for address in posted:
            client.post(address.path, {"sex": "female"})
            client.post(address.path, {"need": "bed", "facts": {"sex": "female"}}, content_type="application/json")
    assert not written


@pytest.mark.parametrize("name", ["get", "post"])
def test_no_page_lets_other_sites_scripts_read_it(client, secrets, name):
    answer = getattr(client, name)(
        "/api/v1/municipalities/lv-demo/now?need=bed", headers={"origin": "https://x.example"}
    )
    assert not [header for header in answer.headers if header.startswith("Access-Control")]
