"""Whose a page is: its municipality's people may edit it wherever it lies, and nobody else of a municipality may."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from lapotne.apps.accounts.actions import give_role
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.models import ContentPage, EventPage
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.files import files
from tests.apps.library.conftest import BRANCH, DAY, LATER, ROOF, page, write
from tests.people import person

OWNED = "municipality: lv-liepkalni\n"


@pytest.fixture
def writer(town):
    return person("writer", RoleKind.CONTENT_EDITOR, municipality=town)


@pytest.fixture
def reviewer(town):
    return person("reviewer", RoleKind.CONTENT_REVIEWER, municipality=town)


@pytest.fixture
def stranger(other_town):
    return person("stranger", RoleKind.CONTENT_REVIEWER, municipality=other_town)


@pytest.fixture
def national(latvia):
    return person("nils", RoleKind.CONTENT_REVIEWER, country=latvia)


def may_edit(user, known: Page) -> bool:
    return known.permissions_for_user(fresh(user)).can_edit()


def may_publish(user, known: Page) -> bool:
    return known.permissions_for_user(fresh(user)).can_publish()


def fresh(user):
    """Without the rights it has read."""
    return type(user).objects.get(pk=user.pk)


def give(known: ContentPage, municipality) -> ContentPage:
    known.municipality = municipality
    known.save_revision().publish()
    return page(known.key, known.language)


def form_of(client, known: Page) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[known.pk])).text


def test_a_page_loaded_with_a_municipality_is_edited_by_its_people(load, folder, writer, reviewer, stranger):
    write(folder, day={**DAY, "page.yaml": DAY["page.yaml"] + OWNED})
    load()
    day = page("day", "en")
    assert day.url_path == "/en/day/"
    assert may_edit(writer, day)
    assert not may_publish(writer, day)
    assert may_publish(reviewer, day)
    assert not may_edit(stranger, day)
    assert not may_edit(reviewer, page("roof", "en"))
    assert day.get_workflow().name == "Liepkalni"


def test_people_who_come_later_may_too(load, folder, town, stranger):
    write(folder, day={**DAY, "page.yaml": DAY["page.yaml"] + OWNED})
    load()
    assert may_edit(person("late", RoleKind.CONTENT_EDITOR, municipality=town), page("day", "en"))


def test_a_page_loaded_before_there_were_rights_at_pages_gets_them(load, folder, reviewer):
    write(folder, day={**DAY, "page.yaml": DAY["page.yaml"] + OWNED})
    load()
    page("day", "en").group_permissions.all().delete()
    load()
    assert may_publish(reviewer, page("day", "en"))


def test_another_municipality_in_the_file_takes_the_rights_along(load, folder, reviewer, stranger):
    write(folder, day={**DAY, "page.yaml": DAY["page.yaml"] + OWNED})
    load()
    write(folder, day={**DAY, "page.yaml": DAY["page.yaml"] + "municipality: lv-osukrasts\n"})
    load(LATER)
    assert not may_edit(reviewer, page("day", "en"))
    assert may_publish(stranger, page("day", "en"))
    write(folder, day=DAY)
    load(LATER)
    assert not may_edit(stranger, page("day", "en"))


def test_all_languages_and_all_below_follow(loaded, town, reviewer):
    give(page("roof", "en"), town)
    assert {page("roof", "lv").municipality, page("branch", "lv").municipality} == {town}
    for known in (page("roof", "lv"), page("branch", "lv")):
        assert may_publish(reviewer, known), known
        assert known.get_latest_revision_as_object().municipality == town
    give(page("roof", "en"), None)
    assert not may_edit(reviewer, page("roof", "lv"))
    assert may_publish(reviewer, page("branch", "lv")), "what became the municipality's by itself stays so"


def test_who_writes_for_the_whole_site_chooses_by_name(loaded, town, other_town, national, signed_in):
    client = signed_in(national)
    text = form_of(client, page("day", "en"))
    chooser = re.search(r'<select name="municipality".*?</select>', text, re.DOTALL)[0]
    assert re.findall(r"<option[^>]*>([^<]*)<", chooser)[1:] == ["Liepkalni", "Ošukrasts"]
    assert "municipality" not in form_of(client, pages.home("en")).partition("<main")[2]


def test_an_event_is_given_a_municipality_in_the_form(loaded, town, national, reviewer, signed_in):
    client, home = signed_in(national), pages.home("en")
    form = {"title": "A fair", "slug": "fair", "summary": "", "dated": "2026-11-24", "starts": "2026-12-01 10:00",
            "sources-count": "0", "municipality": town.pk, "body-count": 0, "action-publish": "1"}  # fmt: skip
    answer = client.post(reverse("wagtailadmin_pages:add", args=["library", "eventpage", home.pk]), form)
    assert answer.status_code == 302, re.findall(r"error-message.*?</", answer.text, re.DOTALL)
    fair = EventPage.objects.get(slug="fair")
    assert (fair.municipality, fair.live, fair.url_path) == (town, True, "/en/fair/")
    assert may_publish(reviewer, fair)
    assert "municipality: lv-liepkalni" in dict(files())["fair/page.yaml"]


def test_a_municipality_s_people_choose_none(loaded, town, writer, reviewer, national, signed_in):
    give(page("day", "en"), town)
    for somebody in (writer, reviewer):
        text = form_of(signed_in(somebody), page("day", "en"))
        assert 'name="title"' in text
        assert 'name="municipality"' not in text
    below = page(town.key, "en").add_child(instance=EventPage(title="x", slug="x", starts=LATER, dated=LATER.date()))
    assert 'name="municipality"' not in form_of(signed_in(national), below), "below its page there is no choice"


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("how", [{}, {"publish_copies": "on"}])
def test_a_copy_belongs_where_it_lies(town, other_town, reviewer, stranger, national, signed_in, how):
    give(page("roof", "lv"), town)
    give(page("roof", "en"), town)
    client = signed_in(national)
    for to, owner in ((page(other_town.key, "lv"), other_town), (pages.home("lv"), None)):
        form = {"new_title": "Cits", "new_slug": "cits", "new_parent_page": to.pk, "copy_subpages": "on", **how}
        answer = client.post(reverse("wagtailadmin_pages:copy", args=[page("roof", "lv").pk]), form)
        assert answer.status_code == 302
        made = ContentPage.objects.child_of(to).get(slug="cits")
        below = ContentPage.objects.child_of(made).get()
        for one in (made, below):
            assert one.municipality == one.get_latest_revision_as_object().municipality == owner
            assert (may_edit(stranger, one), may_edit(reviewer, one)) == (owner == other_town, False)


def test_a_page_that_is_moved_belongs_where_it_lies_then(loaded, town, other_town, reviewer, stranger):
    give(page("roof", "en"), town)
    page("roof", "en").move(page(other_town.key, "en"), pos="last-child")
    moved = page("roof", "en")
    assert moved.municipality == moved.get_latest_revision_as_object().municipality == other_town
    assert may_edit(stranger, moved)
    assert not may_edit(reviewer, moved)
    assert page("roof", "lv").municipality == other_town, "a page is one municipality's in all languages"
    moved.move(pages.home("en"), pos="last-child")
    assert page("roof", "en").municipality == other_town
    assert may_edit(stranger, page("roof", "en"))


def test_whole_rights_stay_when_a_home_page_is_saved(loaded, national, reviewer):
    pages.home("en").save()
    assert may_publish(national, page("roof", "en"))
    give(page("roof", "en"), None)
    assert may_publish(national, page("roof", "en"))


def test_a_file_below_a_page_of_one_municipality_names_no_other(load, folder, town, other_town):
    write(folder, roof={**ROOF, "page.yaml": ROOF["page.yaml"] + OWNED})
    write(folder, branch={**BRANCH, "page.yaml": BRANCH["page.yaml"] + "municipality: lv-osukrasts\n"})
    (problem,) = load().problems
    assert "lv-liepkalni" in problem.message


def test_the_first_role_at_a_place_takes_few_statements_however_many_languages_its_part_has(
    town, latvia, django_assert_max_num_queries
):
    user = person("first")
    role = {"by": None, "at": LATER, "user": user, "kind": RoleKind.CONTENT_REVIEWER}
    with django_assert_max_num_queries(225):
        give_role(**role, municipality=town)
    with django_assert_max_num_queries(36):
        give_role(**role, country=latvia)
