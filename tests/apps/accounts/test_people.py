"""Roles are given and taken in one's own place, a lost second factor is reset there, and each leaves its act."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command

from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.audit.models import Act
from tests.apps.accounts.conftest import HOME, SECOND
from tests.people import person

pytestmark = pytest.mark.django_db

ACCESS = "/en/staff/access"
TOWN, OTHER = f"{ACCESS}/towns/lv-liepkalni/", f"{ACCESS}/towns/lv-osukrasts/"
COUNTRY = f"{ACCESS}/countries/lv/"
REASON = {"reason": "telephone lost, came by in person"}


def reset(user: User) -> str:
    return f"{ACCESS}/people/{user.pk}/second-factor/"


def take(user: User) -> str:
    return f"{ACCESS}/roles/{user.roles.get().pk}/take/"


def test_a_coordinator_sees_the_people_of_her_town_and_a_stranger_nothing(alice, bob, charlie, nora, signed_in):
    clients = {user.username: signed_in(user) for user in (alice, bob, charlie, nora)}
    seen = {name: (client.get(TOWN).status_code, client.get(COUNTRY).status_code) for name, client in clients.items()}
    assert seen == {"alice": (200, 404), "bob": (404, 404), "charlie": (404, 404), "nora": (200, 200)}


def test_a_coordinator_gives_a_role_to_somebody_who_has_an_account(alice, signed_in, town):
    vera = person("vera")
    answer = signed_in(alice).post(TOWN, {"who": "vera@example.org", "kind": "viewer"}, follow=True)
    assert "Vera has the role now" in answer.text
    assert vera.roles.get().municipality == town
    assert Act.objects.order_by("-pk").first().by == alice.pk


def test_a_new_colleague_gets_an_account_and_a_letter(alice, signed_in, settings):
    settings.SENDS_LETTERS = True
    said = {"who": "dace", "kind": "coordinator", "name": "Dace Liepa", "email": "dace@example.org"}
    answer = signed_in(alice).post(TOWN, said, follow=True)
    assert "gets a letter" in answer.text
    dace = User.objects.get(username="dace")
    assert not dace.has_usable_password()
    assert "/password/reset/key/" in mail.outbox[0].body
    assert mail.outbox[0].to == ["dace@example.org"]
    assert list(Act.objects.order_by("pk").values_list("verb", flat=True))[-2:] == ["open_account", "give_role"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"who": "nobody", "kind": "viewer"}, "Nobody has this name"),
        ({"who": "alice", "kind": "coordinator"}, "has the role already"),
        ({"who": "bob", "kind": "national_coordinator"}, "Select a valid choice"),
        ({"who": "b o b", "kind": "viewer", "name": "B", "email": "b@example.org"}, "Enter a valid username"),
        ({"who": "bobby", "kind": "viewer", "name": "B", "email": "bob@example.org"}, "Another account"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(alice, bob, signed_in, said, told):
    answer = signed_in(alice).post(TOWN, said)
    assert answer.status_code == 422
    assert told in answer.text
    assert f'value="{said["who"]}"' in answer.text
    assert Role.objects.count() == 2


def test_nobody_gives_a_role_elsewhere(alice, charlie, signed_in):
    assert signed_in(alice).post(OTHER, {"who": "alice", "kind": "viewer"}).status_code == 404
    assert alice.roles.count() == 1


def test_a_coordinator_takes_a_role_and_a_stranger_doesnt(alice, bob, charlie, signed_in):
    address = take(bob)
    assert signed_in(charlie).post(address).status_code == 404
    assert signed_in(bob).post(address).status_code == 404
    assert signed_in(alice).post(address).url == TOWN
    assert not bob.roles.exists()
    assert signed_in(alice).post(address).status_code == 404


def test_the_last_coordinator_stays_until_there_is_another(alice, bob, town, signed_in, now):
    client = signed_in(alice)
    assert "You are the last one" in client.post(take(alice), follow=True).text
    assert alice.roles.exists()
    client.post(TOWN, {"who": "bob", "kind": "coordinator"})
    assert client.post(take(alice)).url == f"{ACCESS}/"
    assert not alice.roles.exists()


def test_the_country_may_take_the_last_coordinators_role(alice, nora, signed_in):
    assert signed_in(nora).post(take(alice)).url == TOWN
    assert not alice.roles.exists()


def test_a_national_coordinator_gives_the_countrys_roles(nora, signed_in, latvia):
    person("nils")
    signed_in(nora).post(COUNTRY, {"who": "nils", "kind": "national_coordinator"})
    assert User.objects.get(username="nils").roles.get().country == latvia


def test_a_lost_second_factor_is_reset_with_its_reason(required, alice, bob, town, with_app, with_password, signed_in):
    lost, _seed = with_app("bob")
    coordinator, _hers = with_app("alice")
    assert reset(bob) in coordinator.get(TOWN).text
    assert coordinator.post(reset(bob), {"reason": " "}).status_code == 422
    assert coordinator.post(reset(bob), REASON).status_code == 302
    act = Act.objects.get(verb="reset_second_factor")
    assert (act.by, act.object_id, act.reason) == (alice.pk, str(bob.pk), REASON["reason"])
    assert not Authenticator.objects.filter(user=bob).exists()
    assert lost.get(HOME).status_code == 302, "Bob's sessions ended"
    assert with_password("bob").get(HOME).url == f"{SECOND}/"


def test_nobody_resets_their_own_or_a_strangers(alice, bob, charlie, nora, with_app, signed_in):
    for name in ("alice", "bob"):
        with_app(name)
    refused = {
        signed_in(by).post(reset(of), REASON).status_code
        for by, of in ((alice, alice), (bob, alice), (charlie, alice), (charlie, bob), (alice, nora), (alice, charlie))
    }
    assert refused == {404}
    assert Authenticator.objects.filter(type="totp").count() == 2
    assert signed_in(nora).post(reset(alice), REASON).status_code == 302


def test_a_role_given_here_doesnt_make_somebody_elses_factor_ones_own(alice, charlie, with_app, signed_in):
    """Otherwise a coordinator would only have to make a colleague from elsewhere a viewer at home."""
    with_app("charlie")
    client = signed_in(alice)
    client.post(TOWN, {"who": "charlie", "kind": RoleKind.VIEWER})
    assert charlie.roles.count() == 2
    assert client.post(reset(charlie), REASON).status_code == 404


def test_the_terminal_resets_one_too(required, alice, with_app):
    with_app("alice")
    call_command("reset_second_factor", "alice", "everything lost", verbosity=0)
    act = Act.objects.get(verb="reset_second_factor")
    assert (act.by, act.reason) == (None, "everything lost")
    for arguments, told in ((("nobody", "x"), "Nobody has"), (("alice", " "), "Say why")):
        with pytest.raises(CommandError, match=told):
            call_command("reset_second_factor", *arguments)
