"""Secrets planted in a town are found in no answer to whom they aren't for, and are seen by whom they are for."""

from collections.abc import Iterable, Iterator

import pytest

from lapotne.adapters import publication
from lapotne.apps.mechanism.models import Offering
from lapotne.apps.website.presenters import print_card
from tests.security import planted
from tests.security.reading import PDF_READER, text_of
from tests.security.walks import TOWNS, Answered, public_answers, staff_answers

KEPT_AT_HOME = (planted.STAFF_ONLY, planted.NEIGHBOURS_STAFF, f"{planted.NEIGHBOURS}@", planted.DRAFT)
PLACES = (planted.PLACE, planted.PLACE_NAME)
OF_OTHERS = {
    "lv-demo": (planted.NEIGHBOURS,),
    "lv-demo-neighbour": (planted.SECRET,),
    "lv-valmiera": (planted.NEIGHBOURS, planted.SECRET),
}
"""Names of secret services that are lent to a town, which must not learn whose they are."""


def read(answers: Iterable[Answered]) -> list[tuple[str, str]]:
    return [(path, text_of(answer)) for path, answer in answers]


def found(answers: Iterable[tuple[str, str]], canaries: Iterable[str]) -> list[str]:
    return [f"{canary} in {path}" for path, text in answers for canary in canaries if canary in text]


@pytest.mark.parametrize("town", TOWNS)
def test_the_public_reads_no_secret_anywhere(town, client, secrets):
    # What is of no town, or of all, is asked with the one that must learn nothing of the others.
    answers = read(public_answers(client, town, of_no_town=town == TOWNS[-1]))
    assert len(answers) > 120
    assert not found(answers, (*KEPT_AT_HOME, *PLACES, *OF_OTHERS[town]))
    if town == "lv-demo":
        controlled(answers)


def controlled(answers: list[tuple[str, str]]) -> None:
    """The secrets are in the rows that public pages read, and what is open is read on the pages."""
    kept = str(list(Offering.objects.values_list("words", flat=True)))
    assert planted.STAFF_ONLY in kept
    assert planted.PLACE in kept
    assert len(found(answers, ["00010777"])) > 4, "the secret house is offered, by its telephone"
    assert len(found(answers, ["Talkers"])) > 4
    assert len(found(answers, [planted.SECRET])) > 2, "a town's own service has its name at home"


@pytest.mark.parametrize("who", ["charlie", "lina"])
def test_strangers_read_no_secret_of_the_town(who, visitors):
    answers = read(staff_answers(visitors[who], "lv-demo"))
    assert not found(answers, (*KEPT_AT_HOME, *PLACES, planted.NEIGHBOURS))
    assert len(found(answers, ["Saulgriezi"])) > 20, "they do read the town"


@pytest.mark.parametrize(
    ("who", "town", "own"),
    [
        ("alice", "lv-demo", {planted.STAFF_ONLY, planted.DRAFT, planted.SECRET, planted.PLACE}),
        ("nora", "lv-demo", {planted.STAFF_ONLY, planted.DRAFT}),
        ("dana", "lv-demo-neighbour", {planted.NEIGHBOURS, planted.NEIGHBOURS_STAFF}),
        ("charlie", "lv-valmiera", set()),
    ],
)
def test_at_home_one_reads_ones_own_secrets_and_of_those_one_is_lent_nothing(who, town, own, visitors):
    """To be lent a secret service is not to learn whose it is; what they see of their own is the control of all."""
    answers = read(staff_answers(visitors[who], town))
    assert not found(answers, {*OF_OTHERS[town], planted.NEIGHBOURS_STAFF, planted.STAFF_ONLY} - own)
    assert {secret for secret in own if found(answers, [secret])} == own


def test_a_neighbours_secret_service_cannot_be_tried_by_guessing_its_key(visitors):
    asked = {"kind": "agree", "place": 0, "need": "bed", "profile": "woman"}
    secret = f"lv-demo-neighbour:{planted.NEIGHBOURS}-house/{planted.NEIGHBOURS}-bed"
    answers = {offer: visitors["alice"].get("/en/staff/lv-demo/try/", {**asked, "offer": offer}).status_code
               for offer in (secret, "lv-demo-neighbour:night-shelter/men-night-bed")}  # fmt: skip
    assert list(answers.values()) == [404, 200]


@pytest.mark.parametrize("town", TOWNS)
def test_no_secret_goes_to_the_printer(town, client, secrets, monkeypatch):
    cards = printed(client, town, monkeypatch)
    assert not found([(town, str(cards))], (*KEPT_AT_HOME, *PLACES, *OF_OTHERS[town]))
    assert "112" in str(cards)


FOR_ALL = ("/en/protocol/lv-demo/", "/en/staff/lv-demo/files/services.json", "/en/staff/lv-demo/files/closures.ics")


def test_what_staff_alone_reach_stands_in_no_public_protocol_and_no_export(visitors):
    answers = [(path, text_of(visitors["alice"].get(path))) for path in FOR_ALL]
    assert not found(answers, [planted.ALONE])
    page = visitors["charlie"].get("/en/staff/lv-demo/institutions/")
    assert planted.ALONE in page.text, "staff everywhere read that it is there"


def test_what_staff_alone_reach_would_stand_there_without_the_filter(visitors, monkeypatch):
    monkeypatch.setattr(publication, "_staff_alone", lambda _contacts: False)
    answers = [(path, text_of(visitors["alice"].get(path))) for path in FOR_ALL]
    assert len(found(answers, [planted.ALONE])) == len(FOR_ALL)


@pytest.mark.skipif(not PDF_READER, reason="pdftotext isn't installed")
def test_a_card_is_read_by_the_search(client, secrets):
    texts = [text for path, text in read(public_answers(client, "lv-demo")) if "/card-" in path]
    assert texts
    assert all("112" in text for text in texts)


def printed(client, town: str, monkeypatch) -> list[object]:
    made: list[object] = []
    make = print_card.card
    monkeypatch.setattr(print_card, "card", lambda *given: made.append(make(*given)) or made[-1])
    for address in card_addresses(town):
        assert client.get(address).status_code == 200
    return made


def card_addresses(town: str) -> Iterator[str]:
    return (f"/{language}/help/{town}/card-{size}.pdf" for language in ("en", "lv") for size in ("a4", "a6"))
