"""No seed of a second factor lies in the database as it is: not in its table, not in a session, not among attempts."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection

from lapotne.adapters.sealing import SealBrokenError, Sealer
from lapotne.apps.accounts.forms.second_factor import SecondFactorAdapter
from lapotne.apps.accounts.queries.second_factors import bound_to
from tests.apps.accounts.conftest import HOME, SECOND, code

pytestmark = pytest.mark.django_db

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
OLD, NEW = b"o" * 32, b"n" * 32


def whole_database() -> str:
    """Every row of every table as text, sessions also as what they hold."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        names = [name for (name,) in cursor.fetchall()]
        found = []
        for name in names:
            cursor.execute(f'SELECT t::text FROM "{name}" t')  # noqa: S608 -- names are the catalogue's own
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


def sessions_opened(*clients) -> str:
    return "\n".join(str(dict(client.session)) for client in clients)


@pytest.fixture
def planted(alice, bob, with_app, with_password, contexts):
    """Alice has an app and recovery codes; Bob is just setting his app up. What nobody may find, and all clients."""
    client, seed = with_app("alice")
    page = client.get(f"{SECOND}/recovery-codes/")
    waiting = with_password("bob")
    bobs = waiting.get(f"{SECOND}/totp/activate/").context["form"].secret
    return [seed, bobs, *page.context["unused_codes"]], (client, waiting)


def found(planted) -> list[str]:
    secrets, clients = planted
    text = f"{whole_database()}\n{sessions_opened(*clients)}"
    assert "alice@example.org" in text, "the search reads the tables"
    return [secret for secret in secrets if secret in text]


def test_the_database_holds_no_seed(planted):
    assert not found(planted)


class TestInClear:
    """The control: with encryption off, the same search finds the seeds."""

    @pytest.fixture(autouse=True)
    def off(self, monkeypatch):
        monkeypatch.setattr(SecondFactorAdapter, "encrypt", lambda _self, text: text)
        monkeypatch.setattr(SecondFactorAdapter, "decrypt", lambda _self, text: text)

    def test_the_search_finds_seeds_that_arent_sealed(self, planted):
        assert len(found(planted)) == 2


def test_a_seed_moved_to_another_person_opens_nothing(required, alice, bob, with_app, with_password):
    _client, seed = with_app("alice")
    with_app("bob")
    hers, his = (Authenticator.objects.get(user=user, type="totp") for user in (alice, bob))
    Authenticator.objects.filter(pk=his.pk).update(data=hers.data)
    assert with_password("bob").post(f"{SECOND}/authenticate/", {"code": code(seed, 1)}).status_code == 200


def test_a_new_key_seals_all_anew_and_the_old_one_can_go(settings, required, alice, with_app, with_password):
    settings.SEALING_KEYS = [OLD]
    _client, seed = with_app("alice")
    settings.SEALING_KEYS = [NEW, OLD]
    call_command("seal_anew", verbosity=0)
    settings.SEALING_KEYS = [NEW]
    client = with_password("alice")
    client.post(f"{SECOND}/authenticate/", {"code": code(seed, 1)})
    assert client.get(HOME).status_code == 200


def test_without_its_key_a_seed_opens_nothing(settings, required, alice, with_app, with_password):
    settings.SEALING_KEYS = [OLD]
    _client, seed = with_app("alice")
    settings.SEALING_KEYS = [NEW]
    assert with_password("alice").post(f"{SECOND}/authenticate/", {"code": code(seed, 1)}).status_code == 200


def test_what_is_sealed_is_bound_to_its_person(alice, bob):
    sealed = Sealer([OLD]).seal("seed", bound_to(alice.pk))
    with pytest.raises(SealBrokenError):
        Sealer([OLD]).open(sealed, bound_to(bob.pk))
