"""What can't be written into the record of acts doesn't happen."""

import pytest
from django.db import DatabaseError, connection, transaction

from lapotne.apps.accounts import actions as accounts
from lapotne.apps.accounts.models import Role, RoleKind
from lapotne.apps.audit.models import Act
from lapotne.apps.mechanism.actions import saving
from lapotne.apps.mechanism.actions.adopting import adopt
from lapotne.apps.mechanism.actions.layers import open_layer
from lapotne.apps.mechanism.models import Layer, LayerKind
from lapotne.apps.mechanism.queries import documents

CHANGED = ("accounts_user", "accounts_role", "mechanism_layer", "mechanism_version", "mechanism_adoption")


def give_a_role(alice, demo, now):
    accounts.give_role(by=alice, at=now, user=alice, kind=RoleKind.VIEWER, municipality=demo)


def take_a_role(alice, demo, now):
    accounts.take_role(by=alice, at=now, role=Role.objects.get(user__username="bob"))


def open_an_account(alice, demo, now):
    accounts.open_account(by=alice, at=now, username="vera", name="Vera", password="an-invented-password")


def save_a_mechanism(alice, demo, now):
    layer = Layer.objects.get(key=demo.key)
    newest = documents.latest(layer)
    saving.save(
        layer=layer, document=newest.document, by=alice, at=now, reason="A test", on_version=newest.number
    )  # fmt: skip


def adopt_a_version(alice, demo, now):
    version = documents.latest(Layer.objects.get(key=demo.key))
    adopt(version=version, body="group", on=now.date(), decision="", by=alice, at=now)


def begin_a_mechanism(alice, demo, now):
    open_layer(
        key="lv-liepkalni", kind=LayerKind.MUNICIPALITY, country=demo.country,
        municipality=alice.roles.get().municipality, by=alice, at=now,
    )  # fmt: skip


ACTS = (give_a_role, take_a_role, open_an_account, save_a_mechanism, adopt_a_version, begin_a_mechanism)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_cannot_be_recorded_changes_nothing(act, alice, bob, demo, now, monkeypatch):
    before = rows()
    with monkeypatch.context() as patched:
        patched.setattr(Act.objects, "create", refuse)
        with pytest.raises(DatabaseError, match="the record is full"):
            act(alice, demo, now)
    assert rows() == before
    # The control: recorded, the same act changes a table.
    with transaction.atomic():
        act(alice, demo, now)
        assert rows() != before


def refuse(**_fields: object) -> None:
    raise DatabaseError("the record is full")


def rows() -> dict[str, str]:
    """A digest of each table's rows."""
    with connection.cursor() as cursor:
        digests = {}
        for table in CHANGED:
            cursor.execute(f"SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {table} t")  # noqa: S608 -- names of our own
            digests[table] = cursor.fetchone()[0]
        return digests
