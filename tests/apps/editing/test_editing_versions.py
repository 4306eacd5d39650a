"""Every saved state is a version that can be compared and brought back; what waits for adoption stays at home."""

import pytest

from lapotne.apps.mechanism.queries import documents, towns
from tests.apps.editing.sending import filled, send

DECIDE = "institutions/men-shelter/competences/new/decide/"
MEN = "institutions/men-shelter/services/men-bed/"
ON = "2026-03-12"


@pytest.fixture
def desk(signed_in, alice):
    return signed_in(alice)


@pytest.fixture
def adopted(desk, page):
    """Version 1, adopted by the council."""
    return desk.post(page("versions/1/adopt/"), {"body": "council", "on": ON, "decision": "7"})


@pytest.fixture
def waiting(desk, page, adopted):
    """Version 2 gives the shelter a competence that the council hasn't adopted."""
    data = filled(desk.get(page(DECIDE)))
    answers = {"availabilities-0-kind": "always", "availabilities-0-confirmation": "now",
               "availabilities-0-minutes": "15"}  # fmt: skip
    return send(desk, page(DECIDE), data, act="save", reason="They decide at night", **answers)


def test_adoption_is_recorded_and_names_every_page(desk, page, adopted, signed_in, charlie):
    named = "Version 1, adopted on 12 March 2026, decision 7"
    for rest in ("versions/", "institutions/", "institutions/men-shelter/", MEN):
        assert named in desk.get(page(rest)).content.decode(), rest
    assert named in signed_in(charlie).get(page("institutions/")).content.decode()


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"body": "council", "on": ON, "decision": ""}, "write its number"),
        ({"body": "group", "on": "2999-01-01"}, "lies ahead"),
        ({"body": "group", "on": ""}, "required"),
    ],
)
def test_an_adoption_that_cannot_be_is_told(desk, page, answers, told):
    answer = desk.post(page("versions/1/adopt/"), answers)
    assert told in answer.content.decode()
    assert documents.latest_adopted(documents.layer_with("lv-demo")) is None


def test_a_competence_waits_and_the_page_says_so(desk, page, waiting, town):
    said = desk.get(page("versions/")).content.decode()
    assert "Version 2 waits for the group or the council" in said
    assert "Competences and protocol are those of version 1." in said
    assert "waits for adoption" in desk.get(page("institutions/men-shelter/")).content.decode()
    acting = towns.mechanism(town, documents.latest(documents.layer_of(town)).at.date())
    assert "men-shelter/decide" not in {offer.key for offer in acting.offers}


def test_before_saving_it_is_told_what_acts_at_once_and_what_once_adopted(desk, page, adopted):
    data = filled(desk.get(page(DECIDE)))
    said = send(desk, page(DECIDE), data, **{
        "act": "preview", "availabilities-0-kind": "always", "availabilities-0-confirmation": "now",
        "availabilities-0-minutes": "15"}).content.decode()  # fmt: skip
    assert "No gap of the coming year changes, at once" in said
    assert "Once it is adopted: It closes 1 hole and opens none" in said


def test_strangers_see_nothing_of_what_waits(desk, page, waiting, signed_in, charlie):
    client = signed_in(charlie)
    for rest in ("versions/2/", "versions/1/", "versions/compare/?before=1&after=2", "versions/2/adopt/"):
        assert client.get(page(rest)).status_code == 404, rest
    assert client.post(page("versions/1/restore/"), {"reason": "x", "over": 2}).status_code == 404
    for rest in ("versions/", "institutions/", "institutions/men-shelter/"):
        said = client.get(page(rest)).content.decode()
        assert "Version 2" not in said, rest
        assert "They decide at night" not in said, rest
        assert "waits" not in said, rest


def test_the_page_of_adoption_says_what_will_act(desk, page, waiting, town):
    said = desk.get(page("versions/2/adopt/")).content.decode()
    assert "It closes 1 hole and opens none" in said
    assert "Shelter “Osta” › Somebody decides on help" in said
    answer = desk.post(page("versions/2/adopt/"), {"body": "group", "on": ON, "decision": ""}, follow=True)
    assert "adopted by the working group on 12 March 2026, acts from now on" in answer.content.decode()
    acting = towns.mechanism(town, documents.latest(documents.layer_of(town)).at.date())
    assert "men-shelter/decide" in {offer.key for offer in acting.offers}


def test_only_the_coordinator_adopts_and_brings_back(signed_in, bob, nora, desk, page, waiting):
    for somebody in (bob, nora):
        client = signed_in(somebody)
        assert client.get(page("versions/2/")).status_code == 200
        assert client.get(page("versions/2/adopt/")).status_code == 404
        assert client.post(page("versions/1/restore/"), {"reason": "x", "over": 2}).status_code == 404


def test_an_adopted_version_or_an_older_one_is_not_adopted_again(desk, page, waiting):
    assert desk.get(page("versions/1/adopt/")).status_code == 404
    desk.post(page("versions/2/adopt/"), {"body": "group", "on": ON})
    assert desk.get(page("versions/2/adopt/")).status_code == 404


def test_two_versions_are_compared_in_words(desk, page):
    send(desk, page(MEN), filled(desk.get(page(MEN))), **{
        "act": "save", "reason": "Open later", "availabilities-0-su": "10-22",
        "availabilities-0-confirmation": "now"})  # fmt: skip
    said = desk.get(page("versions/compare/?before=1&after=2")).content.decode()
    assert "places differ" in said
    assert "Shelter “Osta” › Beds for men › Ways and times to reach them › “day” › Hours" in said
    assert "<ins>Mo-Sa 08:00-22:00; Su 10:00-22:00</ins>" in said
    assert "Open later" in desk.get(page("versions/2/")).content.decode()
    for query in ("", "?before=1&after=9", "?before=x&after=1"):
        assert desk.get(page(f"versions/compare/{query}")).status_code == 404


def test_an_old_version_comes_back_as_the_newest_with_a_reason(desk, page, saved):
    before = saved()
    send(desk, page(MEN), filled(desk.get(page(MEN))), **{
        "act": "save", "reason": "A mistake", "availabilities-0-kind": "unknown"})  # fmt: skip
    told = desk.post(page("versions/1/restore/"), {"reason": "", "over": 2}, follow=True)
    assert "Nothing was brought back" in told.content.decode()
    answer = desk.post(page("versions/1/restore/"), {"reason": "Undo the mistake", "over": 2}, follow=True)
    assert "Version 1 is back, as version 3." in answer.content.decode()
    assert saved() == before
    late = desk.post(page("versions/2/restore/"), {"reason": "Too late", "over": 2}, follow=True)
    assert "Version 3 was saved meanwhile" in late.content.decode()
