"""An institution answers by its link about its own entries and no others; nothing but its word changes anything."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from lapotne.apps.confirmations.models import Answer, Asking, Decision, Link
from lapotne.apps.confirmations.queries import entries as asked
from lapotne.apps.confirmations.views import link as link_view
from lapotne.apps.mechanism.actions.editing import edit
from lapotne.apps.mechanism.queries import desks, documents
from lapotne.config.languages import LANGUAGES
from lapotne.domain.mechanism.editing import Edit
from tests.apps.editing.sending import filled, send

MEN = "men-shelter"
BED = "services/men-bed"
EDIT = "institutions/men-shelter/services/men-bed/"


def seen(path: str, entry: str = BED) -> str:
    """The digest that the page of a link gives for an entry."""
    found = Client().get(path).content.decode()
    return re.search(rf'value="{entry}"><input type="hidden" name="seen" value="(\w+)"', found)[1]


def say(path: str, kind: str, **more: str):
    data = {"entry": BED, "seen": more.pop("seen", None) or seen(path), "kind": kind, **more}
    return Client().post(path, data)


def number(town) -> int:
    return documents.latest(documents.layer_of(town)).number


def words(saved) -> list:
    said = saved()["institutions"][MEN]["services"]["men-bed"]["availabilities"]
    return [one.get("confirmation") for one in said]


def test_still_right_confirms_by_role_on_that_day_and_names_nobody(link_for, town, saved):
    path, before = link_for(MEN), number(town)
    assert say(path, "right").status_code == 302
    today = timezone.localdate()
    assert all(one["by"] == "institution" and one["on"] == today.isoformat() and one["due"] for one in words(saved))
    newest = documents.latest(documents.layer_of(town))
    assert (newest.number, newest.by, newest.origin) == (before + 1, None, "institution")
    assert "Confirmed on" in Client().get(path).content.decode()


def test_reading_changes_nothing_however_often_a_scanner_opens_it(link_for, town):
    path, before = link_for(MEN), number(town)
    for method in ("get", "head", "get"):
        answer = getattr(Client(), method)(path)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
    assert number(town) == before
    assert not Answer.objects.exists()


def test_an_answer_sent_again_is_taken_once(link_for, town):
    path, before = link_for(MEN), number(town)
    digest = seen(path)
    for _again in range(3):
        assert say(path, "right", seen=digest).status_code == 302
    assert say(path, "changed", seen=digest, words="Closed").status_code == 302
    assert number(town) == before + 1
    assert [one.kind for one in Answer.objects.all()] == ["right"]


def test_what_changed_since_it_was_shown_is_not_confirmed(link_for, desk, page, town, saved):
    path = link_for(MEN)
    digest = seen(path)
    data = filled(desk.get(page(EDIT)))
    send(desk, page(EDIT), data, act="save", reason="Slower", **{"availabilities-0-minutes": "55"})
    before, said = number(town), words(saved)
    answer = say(path, "right", seen=digest)
    assert "changed while you read it" in answer.content.decode()
    assert (number(town), words(saved)) == (before, said)
    assert say(path, "right").status_code == 302
    assert number(town) == before + 1


def test_another_save_elsewhere_in_the_town_does_not_stand_in_the_way(link_for, desk, page, town):
    path = link_for(MEN)
    digest = seen(path)
    desk.post(page("institutions/social-service/services/first-money/still-right/"))
    before = number(town)
    assert say(path, "right", seen=digest).status_code == 302
    assert number(town) == before + 1


def test_a_change_is_a_proposal_until_the_town_takes_it(link_for, desk, page, town, saved):
    path, before, said = link_for(MEN), number(town), saved()
    assert "Write what is right now" in say(path, "changed").content.decode()
    assert say(path, "changed", words="Until 18:00 <b>now</b>").status_code == 302
    assert (number(town), saved()) == (before, said)
    board = desk.get(page("confirmations/")).content.decode()
    assert "Until 18:00 &lt;b&gt;now&lt;/b&gt;" in board
    assert "1 change proposed" in desk.get("/en/staff/").content.decode()
    address = page(f"confirmations/proposals/{Answer.objects.get().pk}/decide/")
    assert desk.post(address, {"act": "taken"}).status_code == 302
    assert Decision.objects.get().taken
    assert "Until 18:00" not in desk.get(page("confirmations/")).content.decode()
    assert number(town) == before


def test_later_uses_nothing_up(link_for, town):
    path, before = link_for(MEN), number(town)
    for _again in range(3):
        assert say(path, "later").status_code == 302
    assert Answer.objects.count() == 1
    assert "still answer here" in Client().get(path).content.decode()
    assert say(path, "right").status_code == 302
    assert number(town) == before + 1


@pytest.fixture
def foreign():
    """An entry of an institution, sent by the link of another."""

    def send_it(path: str, entry: str, digest: str):
        return Client().post(path, {"entry": entry, "seen": digest, "kind": "right"})

    return send_it


def test_a_link_neither_shows_nor_changes_what_is_anothers(link_for, foreign, town):
    theirs, mine = link_for(MEN), link_for("social-service")
    digest, before = seen(theirs), number(town)
    assert BED not in Client().get(mine).content.decode()
    answer = foreign(mine, BED, digest)
    assert "wasn’t understood" in answer.content.decode()
    assert number(town) == before
    assert not Answer.objects.exists()


def test_the_same_goes_through_where_entries_are_not_held_to_the_institution(link_for, foreign, town, monkeypatch):
    """The control of the test above."""
    theirs, mine = link_for(MEN), link_for("social-service")
    digest, before = seen(theirs), number(town)
    monkeypatch.setattr(link_view.entries, "asked", lambda desk, _own, real=asked.asked: real(desk, MEN))
    assert foreign(mine, BED, digest).status_code == 302
    assert number(town) == before + 1


def test_a_newer_link_ends_the_one_before_and_so_do_time_and_the_town(link_for, desk, page):
    first = link_for(MEN)
    second = link_for(MEN)
    assert Asking.objects.count() == 1
    unknown, dead = (Client().get(path) for path in ("/en/confirm/no-such-token/", first))
    assert unknown.status_code == dead.status_code == 404
    assert Client().get(second).status_code == 200
    Link.objects.filter(ended_at=None).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(second).status_code == 404
    third = link_for(MEN)
    desk.post(page(f"confirmations/{MEN}/withdraw/"))
    assert Client().get(third).status_code == 404
    assert Client().post(third, {"kind": "right"}).status_code == 404


def test_the_token_is_kept_nowhere(link_for, caplog):
    token = link_for(MEN).strip("/").rpartition("/")[2]
    assert len(token) >= 43
    assert token not in str(list(Link.objects.values()))
    say(f"/en/confirm/{token}/", "changed")
    Client().post(f"/en/confirm/{token}/", {"entry": "x"})
    assert token not in caplog.text


def test_only_the_towns_coordinator_asks(signed_in, bob, charlie, nora, page):
    for person in (bob, charlie, nora):
        assert signed_in(person).post(page(f"confirmations/{MEN}/ask/")).status_code == 404
        assert signed_in(person).get(page("confirmations/")).status_code == 404
    assert not Link.objects.exists()


def test_a_letter_carries_the_link_and_nobodys_name(desk, page, alice, monkeypatch):
    monkeypatch.setattr(asked, "mail_of", lambda _body: "shelter@example.org")
    assert desk.post(page(f"confirmations/{MEN}/ask/"), {"by": "mail"}).status_code == 302
    [letter] = mail.outbox
    path = re.search(r"http://testserver(/en/confirm/\S+)", letter.body)[1]
    assert letter.to == ["shelter@example.org"]
    assert alice.name not in letter.body
    assert Client().get(path).status_code == 200
    assert Link.objects.get().mailed_at


def test_without_a_mail_server_the_page_says_so_and_gives_the_link(desk, page, settings, monkeypatch):
    settings.SENDS_LETTERS = False
    monkeypatch.setattr(asked, "mail_of", lambda _body: "shelter@example.org")
    board = desk.get(page("confirmations/")).content.decode()
    assert "sends no letters" in board
    assert "Send a link" not in board
    answer = desk.post(page(f"confirmations/{MEN}/ask/"), {"by": "mail"}).content.decode()
    assert "couldn’t go out" in answer
    assert "/en/confirm/" in answer
    assert not mail.outbox


def test_the_start_page_says_who_has_not_answered(link_for, desk):
    link_for(MEN)
    assert "1 institution hasn’t answered its link" in desk.get("/en/staff/").content.decode()
    Asking.objects.update(due=timezone.localdate() - timedelta(days=1))
    assert "1 is overdue" in desk.get("/en/staff/").content.decode()


@pytest.fixture
def asked_by_letter(desk, page, monkeypatch):
    """A letter went out eight days ago; the path of its link."""
    monkeypatch.setattr(asked, "mail_of", lambda _body: "shelter@example.org")
    desk.post(page(f"confirmations/{MEN}/ask/"), {"by": "mail"})
    Link.objects.update(at=timezone.now() - timedelta(days=8))
    return re.search(r"(/en/confirm/\S+)", mail.outbox.pop().body)[1]


def test_a_reminder_brings_a_new_link_and_ends_the_old_one(asked_by_letter):
    call_command("remind_institutions", verbosity=0)
    call_command("remind_institutions", verbosity=0)
    [letter] = mail.outbox
    assert Client().get(re.search(r"(/en/confirm/\S+)", letter.body)[1]).status_code == 200
    assert Client().get(asked_by_letter).status_code == 404


def test_nobody_is_reminded_more_than_twice(asked_by_letter):
    for _day in range(4):
        call_command("remind_institutions", verbosity=0)
        Link.objects.update(at=timezone.now() - timedelta(days=8))
    assert len(mail.outbox) == 2


def test_who_answers_later_or_got_the_link_by_hand_is_left_in_peace(asked_by_letter):
    Link.objects.update(mailed_at=None)
    call_command("remind_institutions", verbosity=0)
    Link.objects.update(mailed_at=timezone.now())
    say(asked_by_letter, "later")
    call_command("remind_institutions", verbosity=0)
    assert not mail.outbox


def test_a_letter_that_cannot_go_out_leaves_the_link_alive(asked_by_letter, monkeypatch):
    def fail(_letter):
        raise OSError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    call_command("remind_institutions", verbosity=0)
    assert Client().get(asked_by_letter).status_code == 200


@pytest.mark.parametrize("language", [code for code, _name in LANGUAGES if code != "en"])
def test_the_page_is_in_every_language(link_for, language):
    path = link_for(MEN)
    own = Client().get(path.replace("/en/", f"/{language}/")).content.decode()
    assert own.count("<form") == 2
    for said in ("Is this still right?", "Ask me later", "Something has changed", "Still right"):
        assert said not in own


def test_what_waits_for_adoption_is_not_asked_about(link_for, desk, page, town, alice):
    desk.post(page("versions/1/adopt/"), {"body": "council", "on": "2026-03-12", "decision": "7"})
    path = link_for("social-service")
    assert 'value="competences/decide"' in Client().get(path).content.decode()
    here = desks.desk(town, timezone.localdate())
    place = ("institutions", "social-service", "competences", "decide")
    change = Edit(place, {**here.entry(place), "eligibility": {"sex": ["female"]}})
    edit(desk=here, change=change, on_version=1, by=alice, at=timezone.now(), reason="To be adopted")
    said = Client().get(path).content.decode()
    assert 'value="competences/decide"' not in said
    assert 'value="competences/coordinate"' in said
