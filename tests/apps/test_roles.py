"""Roles are bound to the right kind of place, and open the right doors."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from rules.permissions import permissions as known

from lapotne.apps.accounts import actions, permissions
from lapotne.apps.accounts.management.commands import give_role
from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.audit.models import Act
from tests.people import PASSWORD


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        (RoleKind.COORDINATOR, {"country"}),
        (RoleKind.COORDINATOR, {"municipality", "institution"}),
        (RoleKind.COORDINATOR, {"municipality", "country"}),
        (RoleKind.NATIONAL_COORDINATOR, {"municipality"}),
        (RoleKind.INSTITUTION_EDITOR, {"municipality"}),
        (RoleKind.VIEWER, set()),
    ],
)
def test_the_database_refuses_a_role_bound_to_the_wrong_place(kind, places, alice, town, latvia, now):
    offered = {"municipality": town, "country": latvia, "institution": "social-service"}
    chosen = {place: offered[place] for place in places}
    with pytest.raises(IntegrityError, match="role_is_bound_to_the_right_place"):
        actions.give_role(by=alice, at=now, user=alice, kind=kind, **chosen)


def test_a_role_is_given_once(alice, town, now):
    with pytest.raises(IntegrityError, match="role_is_given_once"):
        actions.give_role(by=alice, at=now, user=alice, kind=RoleKind.COORDINATOR, municipality=town)


def test_giving_and_taking_a_role_leaves_acts(alice, bob, town, now):
    role = actions.give_role(by=alice, at=now, user=bob, kind=RoleKind.VIEWER, municipality=town)
    actions.take_role(by=alice, at=now, role=role)
    verbs = list(Act.objects.filter(by=alice.pk).order_by("pk").values_list("verb", flat=True))
    assert verbs == ["give_role", "take_role"]


def test_a_role_is_given_from_the_terminal_with_an_account(town, monkeypatch):
    monkeypatch.setattr(give_role, "getpass", lambda: PASSWORD)
    call_command("give_role", "carol", "institution_editor", town.key, institution="social-service")
    carol = User.objects.get(username="carol")
    assert carol.check_password(PASSWORD)
    assert permissions.institutions_edited(carol, town) == {"social-service"}
    assert list(Act.objects.order_by("pk").values_list("verb", flat=True))[-2:] == ["open_account", "give_role"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("coordinator", "lv-nowhere"), "No municipality or country"),
        (("coordinator", "lv"), "a coordinator needs a municipality"),
        (("coordinator", None), "has this role already"),
    ],
)
def test_what_is_wrong_with_a_role_is_told(alice, town, arguments, told):
    role, place = arguments
    with pytest.raises(CommandError, match=told):
        call_command("give_role", alice.username, role, place or town.key)


def test_no_account_is_opened_where_the_role_is_wrong(latvia, monkeypatch):
    monkeypatch.setattr(give_role, "getpass", lambda: PASSWORD)
    with pytest.raises(CommandError, match="a coordinator needs a municipality"):
        call_command("give_role", "carol", "coordinator", latvia.code)
    assert not User.objects.filter(username="carol").exists()


def test_a_coordinator_edits_at_home_and_reads_everywhere(alice, town, other_town):
    assert alice.has_perm(permissions.EDIT_MECHANISM, town)
    assert not alice.has_perm(permissions.EDIT_MECHANISM, other_town)
    assert alice.has_perm(permissions.READ_MECHANISM, other_town)
    assert not alice.has_perm(permissions.READ_DRAFTS, other_town)


def test_an_institution_editor_edits_only_that_institution(bob, town):
    assert not bob.has_perm(permissions.EDIT_MECHANISM, town)
    assert bob.has_perm(permissions.EDIT_INSTITUTION, town)
    assert permissions.institutions_edited(bob, town) == {"social-service"}


def test_a_national_coordinator_is_at_home_in_the_whole_country(nora, town):
    assert nora.has_perm(permissions.READ_DRAFTS, town)
    assert not nora.has_perm(permissions.EDIT_MECHANISM, town)


def test_a_kind_of_role_that_nobody_listed_reads_nothing(town, alice, monkeypatch):
    """Rights are a positive list: a kind that comes later opens no door until somebody says which."""
    asked = [(name, town) for name in known if name.startswith("mechanism.")]
    assert any(alice.has_perm(*one) for one in asked)
    monkeypatch.setattr(permissions, "roles_of", lambda _user: [Role(kind="not_listed", municipality=town)])
    assert [name for name, place in asked if alice.has_perm(name, place)] == []
