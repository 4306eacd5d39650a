"""Every address, everybody who may come to it, every method: as tests/security/table.py declares, never a 5xx.

Each answer also carries the headers that browsers need, sets the public no cookie and is kept nowhere it mustn't.
"""

from copy import deepcopy

import pytest
from django.core.cache import cache
from django.db import transaction

from lapotne.apps.accounts.models import Role, RoleKind, User
from tests.languages import is_long
from tests.security.addresses import Address, addresses
from tests.security.answers import kept, lacking
from tests.security.principals import EVERYBODY, STAFF
from tests.security.table import LINES, METHODS, TO_SIGN_IN

READ_AND_SEND = ("GET", "POST")
ASKING_IN_EVERY_WAY = ("anonymous", "alice")
"""Outside and at home; the others read and send, for what is refused in another way is so to all."""

ASKING_FOR_WHAT_IS_PUBLIC = {"anonymous", "alice", "roleless"}
"""Without an account, at work, and with an account alone: no public page knows more of its reader than that."""


def test_every_address_has_its_line():
    known = [address.name for address in addresses()]
    assert len(known) > 60
    assert not [name for name in known if name not in LINES], "declare it in tests/security/table.py"


@pytest.mark.usefixtures("visitors")
def test_every_kind_of_role_comes_to_every_address():
    there = set(Role.objects.filter(user__username__in=STAFF).values_list("kind", flat=True))
    assert there == set(RoleKind.values), "give the new kind a person in tests/security/principals.py"


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_everybody_gets_what_the_table_declares(who, visitors):
    visitor = visitors[who]
    methods = METHODS if who in ASKING_IN_EVERY_WAY else READ_AND_SEND
    cells = [(address, method) for address in addresses() if is_asked(address, who) for method in methods]
    unexpected = [said for address, method in cells if (said := differing(visitor, who, address, method))]
    assert not unexpected, "\n".join(unexpected)


def is_asked(address: Address, who: str) -> bool:
    line = LINES.get(address.name)
    return line is not None and (not line.is_public or who in ASKING_FOR_WHAT_IS_PUBLIC or is_long())


@pytest.mark.parametrize("who", ["bob", "dana"])
def test_an_editor_sends_nothing_for_another_institution_or_for_its_namesake_elsewhere(who, visitors):
    """Bob edits lv-demo's social service, Dana that of lv-demo-neighbour."""
    closed = {"bob": ("lv-demo", "council", "papers-desk"), "dana": ("lv-demo", "social-service", "first-money")}
    town, body, offer = closed[who]
    pages = ("edit/", "services/new/", f"services/{offer}/", f"services/{offer}/still-right/", "remove/")
    found = {visitors[who].post(f"/en/staff/{town}/institutions/{body}/{page}").status_code for page in pages}
    assert found == {404}
    is_open = {"bob": "/en/staff/lv-demo/institutions/social-service/edit/",
               "dana": "/en/staff/lv-demo-neighbour/institutions/social-service/edit/"}  # fmt: skip
    assert visitors[who].get(is_open[who]).status_code == 200


def test_the_matrix_sees_a_gate_that_stands_open(visitors, monkeypatch):
    """The control: with every permission given, cells differ for whoever is closed out."""
    monkeypatch.setattr(User, "has_perm", lambda *_given: True)
    victor = visitors["victor"]
    opened = [differing(victor, "victor", address, "GET") for address in addresses() if address.name in LINES]
    assert sum(map(bool, opened)) >= 8


def differing(visitor, who: str, address: Address, method: str) -> str:
    """What a cell of the matrix says other than declared; nothing that was sent stays."""
    cookies = deepcopy(visitor.cookies)
    if "/account/" in address.asked:
        # How often somebody may ask is proved in test_signing_in.py.
        cache.clear()
    with transaction.atomic():
        answer = visitor.generic(method, address.asked)
        transaction.set_rollback(True)
    visitor.cookies = cookies
    expected = LINES[address.name].expected(who, method)
    is_sign_in = answer.status_code == 302 and answer.url.startswith(TO_SIGN_IN)
    is_led_to_sign_in = who == "anonymous" and expected == {302} and not LINES[address.name].is_public
    is_right = answer.status_code in expected and (is_sign_in or not is_led_to_sign_in)
    said = [] if is_right else [f"{answer.status_code}, declared {sorted(expected)}"]
    said += lacking(answer) + kept(address, method, answer)
    return f"{who} {method} {address.asked}: {'; '.join(said)}" if said else ""
