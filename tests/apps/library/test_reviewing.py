"""A text is reviewed by a role, in a language, for the words as they stand."""

import re

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.library.models import ContentPage, Review
from tests.apps.library.conftest import page
from tests.apps.library.test_loading import edit
from tests.people import person

ADDRESS = "/en/staff/texts/roof/"


# Wagtail asks for its letters the way Django is about to give up.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection")


@pytest.fixture
def reviewer(latvia):
    return person("rita", RoleKind.CONTENT_REVIEWER, country=latvia)


def test_the_board_and_the_text_tell_how_each_language_stands(loaded, signed_in, alice):
    board = signed_in(alice).get("/en/staff/texts/")
    assert "The roof" in board.text
    text = signed_in(alice).get(ADDRESS).text
    assert "language teacher" in text
    assert "Record the review" not in text


def test_a_reviewer_says_as_what_they_read_it_and_readers_see_it(loaded, signed_in, reviewer, client):
    answer = signed_in(reviewer).post(ADDRESS, {"language": "en", "role": "teacher of English"})
    assert answer.status_code == 302
    assert "Reviewed by: teacher of English" in client.get("/en/roof/").text


def test_a_later_change_needs_another_review(loaded, client):
    assert "language teacher" in client.get("/lv/roof/").text
    edit(page("roof", "lv"), summary="Cits.")
    assert "language teacher" not in client.get("/lv/roof/").text


def hand_in(known: ContentPage, by: User, **values: object) -> WorkflowState:
    """As an editor does: a draft, submitted to the reviewers of its place."""
    for name, value in values.items():
        setattr(known, name, value)
    known.save_revision(user=by)
    return known.get_workflow().start(known, by)


def approve(handed_in: WorkflowState, by: User) -> None:
    handed_in.current_task_state.approve(user=by)


def test_a_writer_hands_in_a_whole_translation_and_its_reviewer_finds_it(
    loaded, signed_in, latvia, reviewer, client, django_capture_on_commit_callbacks
):
    roof = page("roof", "lv")
    writer, address = person("ivo", RoleKind.CONTENT_EDITOR, country=latvia), f"/staff/editor/pages/{roof.pk}/edit/"
    button, asked = "Hand in for review: Lapotne</button>", {"accept-language": "en"}
    edit(page("roof", "en"), title="The high roof")
    assert button in signed_in(writer).get(address, headers=asked).text
    told = signed_in(writer).post(address, {"action": "hand-in"}, headers=asked, follow=True).text
    assert "Not handed in: 1 parts aren" in told
    assert not WorkflowState.objects.exists(), "a half waits for nobody"
    told = signed_in(reviewer).post(address, {"action": "publish"}, headers=asked, follow=True).text
    assert "Not published: 1 parts aren" in told, "nor is it published by whoever may"
    part = StringSegment.objects.get(source__object_id=roof.translation_key, string__data="The high roof")
    StringTranslation.objects.create(
        translation_of=part.string, context=part.context, locale=roof.locale, data="Augstais jumts"
    )
    told = signed_in(writer).post(address, {"action": "hand-in"}, headers=asked, follow=True).text
    assert button not in told
    assert signed_in(writer).post(address, {"action": "hand-in"}).status_code in (302, 403)
    assert "Augstais jumts" not in client.get("/lv/roof/").text
    assert "Augstais jumts" in signed_in(reviewer).get("/staff/editor/").text
    task = WorkflowState.objects.get().current_task_state
    action = reverse("wagtailadmin_pages:workflow_action", args=[roof.pk, "approve", task.pk])
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(reviewer).post(action, {"comment": ""})
    assert "Augstais jumts" in client.get("/lv/roof/").text


def test_a_text_that_a_reviewer_approved_is_not_called_unreviewed(loaded, reviewer, alice, client):
    handed_in = hand_in(page("roof", "lv"), alice, summary="Lapas sargā.")
    approve(handed_in, reviewer)
    shown = client.get("/lv/roof/").text
    assert "Lapas sargā." in shown
    assert "Vietnes tekstu recenzents" in shown, "the role, in the language of the page"
    assert Review.objects.filter(by=reviewer).count() == 1


def test_approving_says_nothing_of_words_that_changed_afterwards(loaded, reviewer, alice, client):
    approve(hand_in(page("roof", "lv"), alice, summary="Lapas sargā."), reviewer)
    edit(page("roof", "lv"), summary="Cits.")
    assert "Vietnes tekstu recenzents" not in client.get("/lv/roof/").text


def test_half_a_translation_that_was_approved_is_reviewed_by_nobody(loaded, reviewer, alice, client):
    StringTranslation.objects.filter(data="Cita lapa.").delete()
    approve(hand_in(page("roof", "lv"), alice, summary="Lapas sargā."), reviewer)
    assert "Lapas sargā." not in client.get("/lv/roof/").text
    assert not Review.objects.filter(by=reviewer).exists()


def test_without_a_role_nothing_is_recorded_and_the_form_comes_back(loaded, signed_in, reviewer):
    answer = signed_in(reviewer).post(ADDRESS, {"language": "en", "role": ""})
    assert answer.status_code == 422
    assert Review.objects.count() == 1


def test_whoever_may_not_publish_here_reviews_nothing(loaded, signed_in, alice, town):
    writer = person("will", RoleKind.CONTENT_EDITOR, municipality=town)
    elsewhere = person("rob", RoleKind.CONTENT_REVIEWER, municipality=town)
    for somebody in (alice, writer, elsewhere):
        assert signed_in(somebody).post(ADDRESS, {"language": "en", "role": "mayor"}).status_code == 404


def test_a_language_in_which_nothing_is_public_can_t_be_reviewed(loaded, signed_in, reviewer):
    assert signed_in(reviewer).post(ADDRESS, {"language": "de", "role": "teacher"}).status_code == 404


def test_the_board_shows_what_was_chosen(loaded, signed_in, alice):
    client = signed_in(alice)
    assert "The roof" in client.get("/en/staff/texts/?language=lv&state=up_to_date").text
    assert "The roof" not in client.get("/en/staff/texts/?language=lv&state=missing").text
    assert "A day" not in client.get("/en/staff/texts/?critical=1").text
    assert client.get("/en/staff/texts/?language=xx&state=yy&sort=zz").status_code == 200


def test_the_editor_greets_people_by_their_name(loaded, signed_in, reviewer):
    reviewer.name = "Rita Liepa"
    reviewer.save()
    assert "Rita Liepa" in signed_in(reviewer).get("/staff/editor/").text


def headline(client, query: str = "") -> str:
    return client.get(f"/en/staff/texts/{query}").text.partition("<h1>")[2].partition("</h1>")[0]


def test_the_headline_counts_what_is_shown(loaded, signed_in, alice):
    client = signed_in(alice)
    # Home and a day: eleven languages each; the roof has its Latvian; the branch is Latvian.
    assert headline(client) == "43 translations are to do"
    assert headline(client, "?critical=1") == "10 translations are to do"
    assert headline(client, "?language=lv") == '2 translations are to do · <span lang="lv">Latviešu</span>'
    assert headline(client, "?language=lv&critical=1").startswith("Nothing of this is to do · ")
    assert headline(client, "?language=lv&state=up_to_date").startswith("Up to date: one text · ")
    assert headline(client, "?state=source") == "Written first: 4 texts"


def test_a_page_is_called_by_its_title_and_its_town_by_its_name(loaded, signed_in, alice, town):
    ContentPage.objects.filter(key="roof").update(municipality=town)
    board = signed_in(alice).get("/en/staff/texts/").text.partition("<main")[2]
    assert town.key not in board
    assert '<span lang="lv">Liepkalni</span>' in board
    assert '<span lang="lv">Zars</span>' in board, "written in Latvian alone"
    board = signed_in(alice).get("/lv/staff/texts/").text
    assert "Jumts</a>" in board


def test_translate_opens_with_the_language_chosen(loaded, signed_in, reviewer):
    client = signed_in(reviewer)
    for address in ("/en/staff/texts/?language=de", ADDRESS):
        form = re.search(r"/staff/editor/localize/submit/page/\d+/\?select_locale=de", client.get(address).text)[0]
        checked = re.findall(r"<input[^>]*checked[^>]*>\s*([^<]*)", client.get(form).text)
        assert [language.strip() for language in checked] == ["Deutsch"]
