"""A file brought by hand: every error with its line, what differs before it is saved, then the next version."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lapotne.apps.mechanism.queries import documents


@pytest.fixture
def client_of_alice(signed_in, alice):
    return signed_in(alice)


@pytest.fixture
def text(client_of_alice, page):
    """The town's file, which is written once, for it is the same in each test."""
    if page("") not in _files:
        _files[page("")] = client_of_alice.get(page("files/mechanism.yaml")).content.decode()
    return _files[page("")]


_files: dict[str, str] = {}


@pytest.fixture
def bring(client_of_alice, page, contexts):
    """Brings a text as a file: `bring(text)`."""

    def to(content, **answers):
        data = content if isinstance(content, bytes) else content.encode()
        sent = {"file": SimpleUploadedFile("lv-demo.yaml", data), "over": 1, "act": "look", **answers}
        return client_of_alice.post(page("files/upload/"), sent)

    return to


@pytest.fixture
def press_save(client_of_alice, page):
    """Presses save on a page that shows what differs."""

    def to(shown, **answers):
        form = shown.context["form"]
        sent = {name: form[name].value() or "" for name in ("text", "name", "over")}
        return client_of_alice.post(
            page("files/upload/"), {**sent, "act": "save", "reason": "From the group", **answers}
        )

    return to


def confirmed_longer(text):
    """The file with the men's beds open day and night."""
    before, mark, after = text.partition(" men-bed:")
    return before + mark + after.replace("Mo-Su 08:00-22:00; PH 08:00-22:00", "24/7", 1)


def test_all_errors_are_told_at_once_with_their_lines(bring, text, saved, town):
    lines = text.replace("layer: municipality", "layer: town", 1).replace("mode: in_person", "mode: by_owl", 1)
    found = bring(lines)
    assert found.status_code == 422
    assert "things to mend in the file" in found.text
    assert f'class="numeric">{lines.splitlines().index("layer: town") + 1}</th>' in found.text
    assert "by_owl" in found.text
    assert documents.latest(documents.layer_of(town)).number == 1


def test_what_differs_and_which_gaps_close_is_shown_and_nothing_saved(bring, text, town):
    found = bring(confirmed_longer(text))
    assert found.status_code == 200
    assert "The file differs in 1 place" in found.text
    assert [hole.need for hole in found.context["at_once"].closed] == ["A bed for tonight"]
    assert found.context["at_once"].finding in found.text
    assert documents.latest(documents.layer_of(town)).number == 1


def test_saving_makes_the_next_version_with_its_reason(bring, press_save, text, saved, town, alice):
    assert press_save(bring(confirmed_longer(text))).status_code == 302
    newest = documents.latest(documents.layer_of(town))
    assert (newest.number, newest.reason, newest.by) == (2, "From the group", alice)


def test_no_reason_no_version_and_the_text_stays(bring, press_save, text, town):
    found = press_save(bring(confirmed_longer(text)), reason="")
    assert found.status_code == 422
    assert "Write why" in found.text
    assert press_save(found).status_code == 302


def test_another_towns_file_is_refused(bring, client_of_alice, text, page):
    other = text.replace("key: lv-demo", "key: lv-demo-neighbour", 1).replace("XX-001", "XX-002", 1)
    found = bring(other)
    assert found.status_code == 422
    assert "This is the mechanism of `lv-demo-neighbour`" in found.text


def test_a_protocol_that_nobody_can_read_is_refused(bring, text):
    found = bring(text + "\nprotocol: {steps: {notify: {acts: [nobody]}}}\n")
    assert found.status_code == 422
    assert "`nobody` names nobody." in found.text


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"- a\n- list\n", b"{", b"key: [", b"a: &a [*a]"])
def test_whatever_is_brought_the_answer_says_what_is_wrong(bring, content):
    assert bring(content).status_code == 422


def test_whoever_saved_meanwhile_is_told(bring, press_save, text, town, page, client_of_alice):
    shown, other = (
        bring(confirmed_longer(text)),
        bring(text.replace("minutes_to_respond: 30", "minutes_to_respond: 20", 1)),
    )
    assert press_save(other).status_code == 302
    found = press_save(shown)
    assert found.status_code == 409
    assert "Somebody saved version 2 while you were looking" in found.text
    assert press_save(found).status_code == 302


def test_only_a_coordinator_of_the_town_may(signed_in, bob, charlie, page):
    for stranger in (bob, charlie):
        assert signed_in(stranger).get(page("files/upload/")).status_code == 404


def test_a_file_that_says_what_is_saved_offers_no_save(bring, text, town, page):
    found = bring(text)
    assert found.status_code == 200
    assert "Nothing differs from version 1" in found.text
    assert 'value="save"' not in found.text
    assert page("files/upload/") in found.text


@pytest.mark.parametrize("reason", ["Again", ""])
def test_nothing_is_saved_where_nothing_differs(bring, press_save, text, town, reason):
    found = press_save(bring(text), reason=reason)
    assert "Nothing differs from version 1" in found.text
    assert documents.latest(documents.layer_of(town)).number == 1
