"""Services are mended at home only: seen before saving, saved with a reason, nothing lost on the way."""

import pytest

from lapotne.apps.mechanism.queries import documents
from tests.apps.editing.sending import filled, send

MEN = "institutions/men-shelter/services/men-bed/"
TRY = "try/?kind=lengthen&offer=men-shelter/men-bed&place=0&need=bed&profile=man"
DECIDE = "institutions/social-service/competences/decide/"


def number(town):
    return documents.latest(documents.layer_of(town)).number


def test_every_page_of_another_town_that_edits_is_not_there(signed_in, charlie, page):
    client = signed_in(charlie)
    body = "institutions/men-shelter/"
    edited = (MEN, TRY, "institutions/new/", f"{body}edit/", f"{body}services/new/", f"{body}competences/new/decide/")
    for rest in edited:
        assert client.get(page(rest)).status_code == 404, rest
    for rest in (f"{MEN}still-right/", f"{MEN}remove/"):
        assert client.post(page(rest), {"reason": "x"}).status_code == 404, rest


def test_everybody_on_the_staff_reads_but_contacts_for_staff_stay_at_home(signed_in, alice, charlie, page):
    at_home = signed_in(alice).get(page("institutions/"))
    elsewhere = signed_in(charlie).get(page("institutions/"))
    assert "+371 00010002" in at_home.content.decode()
    assert elsewhere.status_code == 200
    assert "+371 00010001" in elsewhere.content.decode()
    assert "+371 00010002" not in elsewhere.content.decode()
    assert MEN not in elsewhere.content.decode()


def test_a_body_goes_by_the_name_on_its_door_where_the_reader_has_no_other(signed_in, alice, page):
    german = signed_in(alice).get(page("institutions/").replace("/en/", "/de/", 1)).text
    assert '<span lang="lv">Patversme “Osta”</span>' in german
    assert "Shelter “Osta”" not in german
    body = signed_in(alice).get(page("institutions/men-shelter/").replace("/en/", "/de/", 1)).text
    assert "<title>Patversme “Osta”" in body, "a title holds no mark-up"


def test_a_visitor_signs_in_first(client, town, page):
    assert "login" in client.get(page("institutions/"))["Location"]


def test_an_editor_edits_only_their_institution(signed_in, bob, page):
    client = signed_in(bob)
    assert client.get(page(DECIDE)).status_code == 200
    assert client.get(page(MEN)).status_code == 404
    assert client.get(page("institutions/new/")).status_code == 404
    listed = client.get(page("institutions/")).content.decode()
    assert DECIDE in listed
    assert MEN not in listed


def test_a_mend_is_tried_seen_and_saved(signed_in, alice, page, saved, town):
    client = signed_in(alice)
    tried = client.get(page(TRY))
    assert "Once the institution confirms it: It closes 1 hole and opens none" in tried.content.decode()
    assert "No gap of the coming year changes" in tried.content.decode()
    assert "every night 22:00–06:00" in tried.content.decode()
    assert "2,920 hours a year" in tried.content.decode()
    assert number(town) == 1
    answer = send(client, page(MEN), filled(tried), act="save", reason="A night worker was hired")
    assert answer.status_code == 302
    day, night = saved()["institutions"]["men-shelter"]["services"]["men-bed"]["availabilities"]
    assert "confirmation" in day
    assert "22:00-08:00" in night["hours"]
    assert "confirmation" not in night, "a suggestion was saved as confirmed"
    assert documents.latest(documents.layer_of(town)).reason == "A night worker was hired"
    assert "Saved as version 2" in client.get(answer["Location"]).content.decode()


def test_a_form_sent_back_unchanged_changes_nothing(signed_in, alice, page, saved):
    client, before = signed_in(alice), saved()
    shown = client.get(page(MEN))
    preview = send(client, page(MEN), filled(shown), act="preview")
    assert "No gap of the coming year changes" in preview.content.decode()
    send(client, page(MEN), filled(shown), act="save", reason="Nothing")
    assert saved() == before


def test_without_a_reason_nothing_is_saved_and_nothing_lost(signed_in, alice, page, town):
    client = signed_in(alice)
    data = filled(client.get(page(MEN)))
    answer = send(client, page(MEN), data, **{"act": "save", "availabilities-0-kind": "always"})
    assert "Write why" in answer.content.decode()
    assert filled(answer)["availabilities-0-kind"] == "always"
    assert number(town) == 1


def test_an_answer_that_cannot_be_is_told_and_kept(signed_in, alice, page, town):
    client = signed_in(alice)
    data = filled(client.get(page(MEN)))
    answer = send(client, page(MEN), data, **{"act": "save", "reason": "x", "availabilities-0-mo": "early"})
    assert answer.status_code == 422
    assert "“early” can&#x27;t be read" in answer.content.decode()
    assert filled(answer)["availabilities-0-mo"] == "early"
    assert number(town) == 1


def test_what_the_checker_refuses_is_told_with_its_place(signed_in, alice, page, town):
    client = signed_in(alice)
    data = filled(client.get(page(MEN)))
    answer = send(client, page(MEN), data, **{"act": "save", "reason": "x", "texts-what_en": "At Brīvības iela 12"})
    assert answer.status_code == 422
    assert "a street address" in answer.content.decode()
    assert "Shelter “Osta” › Beds for men › What they do" in answer.content.decode()
    assert number(town) == 1


def test_two_who_edit_at_once_see_both_and_lose_nothing(signed_in, alice, bob, page, saved, town):
    first, second = signed_in(alice), signed_in(bob)
    opened = filled(first.get(page(DECIDE)))
    theirs = filled(second.get(page(DECIDE)))
    send(second, page(DECIDE), theirs, **{"act": "save", "reason": "Slower", "availabilities-0-minutes": "45"})
    met = send(first, page(DECIDE), opened, **{"act": "save", "reason": "All week", "availabilities-1-kind": "always"})
    said = met.content.decode()
    assert met.status_code == 409
    assert "Version 2 was saved by Bob while you were writing" in said
    assert "<del>30</del>" in said
    assert "<ins>24/7</ins>" in said
    assert number(town) == 2
    again = filled(met)
    assert (again["reason"], again["availabilities-1-kind"]) == ("All week", "always")
    assert send(first, page(DECIDE), again, act="save").status_code == 302
    ways = saved()["institutions"]["social-service"]["competences"]["decide"]["availabilities"]
    assert ways[1]["hours"] == "24/7"


def test_still_right_is_one_click_dated_by_role_and_due_in_a_year(signed_in, bob, page, saved, town):
    answer = signed_in(bob).post(page(f"{DECIDE}still-right/"))
    assert answer.status_code == 302
    words = [way["confirmation"] for way in
             saved()["institutions"]["social-service"]["competences"]["decide"]["availabilities"]]  # fmt: skip
    version = documents.latest(documents.layer_of(town))
    today = version.at.date()
    assert {word["by"] for word in words} == {"institution_editor"}
    assert {word["due"][:4] for word in words} == {str(today.year + 1)}
    assert version.reason == "Still right"


def test_still_right_comes_back_only_to_our_own_pages(signed_in, alice, page):
    answer = signed_in(alice).post(page(f"{MEN}still-right/"), {"next": "//elsewhere.example/"})
    assert answer["Location"] == page("institutions/men-shelter/")


def test_an_entry_from_above_is_overridden_here_alone_and_taken_out_with_a_reason(signed_in, charlie, page):
    client = signed_in(charlie)
    there = "institutions/municipal-police/competences/inform/"
    opened = client.get(page(there, "lv-valmiera"))
    assert "This entry comes from above" in opened.content.decode()
    answer = send(client, page(there, "lv-valmiera"), filled(opened), **{
        "act": "save", "reason": "They told us", "availabilities-0-kind": "always", "availabilities-0-minutes": "15",
        "availabilities-0-confirmation": "now"})  # fmt: skip
    assert answer.status_code == 302
    shown = client.get(answer["Location"]).content.decode()
    assert "day and night" in shown
    assert "from Latvia, changed here" in shown
    data = {"reason": "There is no such police here", "over": "2"}
    client.post(page(f"{there}remove/", "lv-valmiera"), data)
    assert client.get(page(there, "lv-valmiera")).status_code == 404


def test_what_was_taken_out_here_is_named_and_comes_back(signed_in, charlie, bob, page):
    client, town = signed_in(charlie), "lv-valmiera"
    inform = "institutions/municipal-police/competences/inform/"
    client.post(page(f"{inform}remove/", town), {"reason": "They don't"})
    client.post(page("institutions/ngo/remove/", town), {"reason": "None is left"})
    listed = client.get(page("institutions/", town)).content.decode()
    assert "Municipal police › Somebody explains the rights" in listed
    assert "None is left" in listed
    assert signed_in(bob).post(page(f"{inform}bring-back/", town)).status_code == 404
    client.post(page(f"{inform}bring-back/", town))
    client.post(page("institutions/ngo/bring-back/", town))
    assert "Taken out here" not in client.get(page("institutions/", town)).content.decode()
    assert client.get(page(inform, town)).status_code == 200
    assert client.post(page(f"{inform}bring-back/", town)).status_code == 404


def test_hours_that_nobody_said_cannot_be_still_right(signed_in, charlie, page):
    there = "institutions/municipal-police/competences/inform/still-right/"
    answer = signed_in(charlie).post(page(there, "lv-valmiera"), follow=True)
    assert "fill them in, then they can be confirmed" in answer.content.decode()


def test_taking_out_needs_a_reason(signed_in, alice, page, town):
    answer = signed_in(alice).post(page(f"{MEN}remove/"), {"reason": " "}, follow=True)
    assert "Nothing was taken out" in answer.content.decode()
    assert number(town) == 1


def test_an_institution_with_a_service_and_a_competence_is_added(signed_in, alice, page, saved):
    client = signed_in(alice)
    data = filled(client.get(page("institutions/new/")))
    answer = send(client, page("institutions/new/"), data, **{
        "act": "save", "reason": "New in town", "texts-names_en": "Night house", "body-type": "shelter",
        "contacts-0-value": "+371 00010099"})  # fmt: skip
    assert answer.status_code == 302
    new = page("institutions/night-house/services/new/")
    data = filled(client.get(new))
    tried = send(client, new, data, **{
        "act": "preview", "texts-names_en": "Night beds", "terms-meets": ["bed"], "availabilities-0-kind": "always",
        "availabilities-0-minutes": "30", "availabilities-0-confirmation": "now"})  # fmt: skip
    assert "It closes" in tried.content.decode()
    send(client, new, filled(tried), act="save", reason="They have beds")
    house = saved()["institutions"]["night-house"]
    assert house["contacts"] == [{"kind": "phone", "value": "+371 00010099"}]
    assert house["services"]["night-beds"]["meets"] == ["bed"]
    assert "Night beds" in client.get(page("institutions/night-house/")).content.decode()


def test_one_more_row_is_asked_for_and_nothing_lost(signed_in, alice, page):
    client = signed_in(alice)
    data = filled(client.get(page(MEN)))
    answer = send(client, page(MEN), data, **{"add": "contacts", "texts-what_en": "Beds"})
    again = filled(answer)
    assert again["contacts-count"] == "1"
    assert again["texts-what_en"] == "Beds"


def test_as_one_types_only_the_panel_comes_back(signed_in, alice, page):
    client = signed_in(alice)
    data = filled(client.get(page(MEN)))
    data["availabilities-0-kind"] = "always"
    answer = client.post(page(MEN), data.urlencode(), content_type="application/x-www-form-urlencoded",
                         headers={"HX-Request": "true"})  # fmt: skip
    said = answer.content.decode()
    assert "It closes 1 hole" in said
    assert "<html" not in said
    assert 'id="saving" hx-swap-oob="true"' in said
    data["availabilities-0-kind"], data["availabilities-0-mo"] = "table", "early"
    told = client.post(page(MEN), data.urlencode(), content_type="application/x-www-form-urlencoded",
                       headers={"HX-Request": "true"})  # fmt: skip
    assert told.status_code == 200
    assert "Monday: “early”" in told.content.decode()


@pytest.mark.parametrize("query", ["", "kind=lengthen", TRY[5:].replace("men-bed", "no-bed"),
                                   TRY[5:].replace("place=0", "place=7"), TRY[5:].replace("need=bed", "need=x"),
                                   "kind=agree&offer=lv-nowhere:a/b&place=0&need=bed&profile=man"])  # fmt: skip
def test_a_mend_of_what_is_not_there_is_not_found(signed_in, alice, page, query):
    assert signed_in(alice).get(page(f"try/?{query}")).status_code == 404


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kind=admit&offer=crisis-centre/women-bed&place=0&need=bed&profile=man", "take this person too"),
        ("kind=confirm&offer=men-shelter/men-bed&place=0&need=bed&profile=man", "confirm it today"),
        ("kind=agree&offer=lv-demo-neighbour:night-shelter/men-night-bed&place=0&need=bed&profile=man",
         "An agreement with Velziedi would help here"),
    ],
)  # fmt: skip
def test_every_kind_of_mend_can_be_tried(signed_in, alice, page, query, told):
    said = signed_in(alice).get(page(f"try/?{query}")).content.decode()
    assert told in said
    assert ("It closes" in said) == ("kind=confirm" not in query)


def test_a_suggestion_to_confirm_confirms_nothing_by_itself(signed_in, alice, page, saved):
    client, before = signed_in(alice), saved()
    tried = client.get(page(TRY.replace("lengthen", "confirm")))
    send(client, page(MEN), filled(tried), act="save", reason="Looked at")
    assert saved() == before


def test_other_hours_are_confirmed_by_nobody_until_somebody_says_so(signed_in, alice, page, saved):
    client = signed_in(alice)
    always = {"act": "save", "reason": "Always", "availabilities-0-kind": "always"}
    shown = send(client, page(MEN), filled(client.get(page(MEN))), **{**always, "act": "preview"})
    assert "Once the institution confirms it" in shown.content.decode()
    assert "Does that still hold?" in shown.content.decode()
    send(client, page(MEN), filled(client.get(page(MEN))), **always)
    (way,) = saved()["institutions"]["men-shelter"]["services"]["men-bed"]["availabilities"]
    assert (way["hours"], "confirmation" in way) == ("24/7", False)
    said = {**always, "reason": "Asked", "availabilities-0-confirmation": "now"}
    send(client, page(MEN), filled(client.get(page(MEN))), **said)
    (way,) = saved()["institutions"]["men-shelter"]["services"]["men-bed"]["availabilities"]
    assert way["confirmation"]["by"] == "coordinator"


def test_the_number_of_queries_does_not_grow_with_the_town(signed_in, alice, page, django_assert_max_num_queries):
    client = signed_in(alice)
    client.get(page("institutions/"))
    with django_assert_max_num_queries(13):
        client.get(page("institutions/"))
    with django_assert_max_num_queries(13):
        client.get(page(TRY))
