"""What editors read in Wagtail's editor: words instead of keys, what needs mending and how, and our name."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from functools import partial
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.utils.translation import ngettext, override
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple
from wagtail.models import PageViewRestriction, Task, Workflow
from wagtail_localize.models import StringTranslation

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.editors import Place
from lapotne.apps.library.models import ContentPage, HomePage, NewsPage
from lapotne.apps.library.queries.texts import MODELS
from lapotne.apps.municipalities.models import Country, Municipality
from tests.people import person

EDITOR = "/staff/editor/"
IN_ENGLISH, IN_LATVIAN = {"Accept-Language": "en"}, {"Accept-Language": "lv"}
ENGLISH = {
    "the",
    "and",
    "page",
    "pages",
    "exploring",
    "status",
    "updated",
    "search",
    "filter",
    "history",
    "root",
    "content",
}
"""Words that stood on these pages where Wagtail's own catalogue lacks Latvian ones."""


@pytest.fixture
def town(demo):
    return demo


@pytest.fixture
def reviewer(latvia, demo):
    return person("juris", RoleKind.CONTENT_REVIEWER, country=latvia)


@pytest.fixture
def own_reviewer(town):
    return person("rita", RoleKind.CONTENT_REVIEWER, municipality=town)


@pytest.fixture
def home(demo):
    return ContentPage.objects.get(key="home", locale__language_code="en")


@pytest.fixture
def news(signed_in, reviewer, home):
    """Sends the form of a new page: `news(title="A story")`."""
    return partial(send, signed_in, reviewer, home, "newspage", dated="2026-11-24")


def send(signed_in, reviewer, home, kind, act="action-publish", headers=IN_ENGLISH, **said):
    """The form of a new page of a kind below the first page."""
    body = {
        "body-count": "0",
        "sources-count": "0",
        "title": "A story",
        "summary": "",
        "slug": "",
        "key": "",
        act: "yes",
    }
    body |= {f"{part}-count": "0" for part in ("problem", "done", "evidence")}
    for rows in ("published_files", "pictures", "adopters"):
        body |= {f"{rows}-{count}": "0" for count in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    address = f"{EDITOR}pages/add/library/{kind}/{home.pk}/"
    return signed_in(reviewer).post(address, {**body, **said}, headers=headers)


def test_a_text_is_handed_in_to_a_place_and_not_to_a_key(signed_in, own_reviewer, reviewer, town, home):
    own = ContentPage.objects.get(key="lv-demo", locale__language_code="lv")
    for page, place in ((own, "Saulgrieži"), (home, "Lapotne")):
        text = signed_in(reviewer).get(f"{EDITOR}pages/{page.pk}/edit/", headers=IN_ENGLISH).content.decode()
        assert f"Hand in for review: {place}" in text
        assert "content:" not in text
    for model in (Workflow, Task):
        names = set(model.objects.values_list("name", flat=True))
        assert {"Saulgrieži", "Lapotne"} <= names
        assert not [name for name in names if name.startswith("content:")]


def test_what_an_installation_has_already_is_renamed(town, own_reviewer, reviewer):
    for model in (Workflow, Task):
        model.objects.filter(name="Saulgrieži").update(name="content:lv-demo")
        model.objects.filter(name="Lapotne").update(name="content:all")
        model.objects.create(name="Somebody's own")
    import_module("lapotne.apps.library.migrations.0005_workflows_have_names").name_them(apps, None)
    for model in (Workflow, Task):
        names = list(model.objects.values_list("name", flat=True))
        assert [names.count(name) for name in ("Saulgrieži", "Lapotne", "Somebody's own")] == [1, 1, 1]


def test_a_place_has_the_name_that_its_country_gives_it():
    country = Country(code="ee", names={"et": "Eesti"})
    town = Municipality(key="ee-x", names={"en": "A town", "et": "Üks linn", "lv": "Pilsēta"}, country=country)
    assert Place(town).name == "Üks linn"
    assert Place(None).name == "Lapotne"


def test_nobody_is_offered_a_switch_that_shuts_nobody_out(signed_in, reviewer, home):
    client = signed_in(reviewer)
    edited = client.get(f"{EDITOR}pages/{home.pk}/edit/", headers=IN_ENGLISH).text
    switch = f"{EDITOR}pages/{home.pk}/privacy/"
    assert switch not in edited
    for method in (client.get, client.post):
        assert method(switch, {"restriction_type": "login"}).status_code == 404
    assert not PageViewRestriction.objects.exists()


def test_news_without_a_day_says_which_answer_is_missing_and_marks_it(news):
    answer = news()
    text = answer.content.decode()
    told = text.partition('<div class="messages"')[2].partition("</ul>\n")[0]
    assert "Day of the news: Write the day: readers find news by it." in told
    assert "What needs mending is marked below. Nothing you wrote is lost." in told
    assert re.search(r'<input[^>]*name="published"[^>]*aria-invalid="true"', text)
    assert 'value="A story"' in text
    assert "Constraint" not in text


@pytest.mark.parametrize(
    "model", [model for model in MODELS.values() if model is not HomePage], ids=lambda model: model.__name__
)
def test_a_page_of_any_kind_without_a_date_says_so_and_marks_it(signed_in, reviewer, home, model):
    text = send(signed_in, reviewer, home, model._meta.model_name).text
    told = text.partition('<div class="messages"')[2].partition("</ul>\n")[0]
    assert "Date of the text: Write the day of the text: every page" in told
    assert re.search(r'<input[^>]*name="dated"[^>]*aria-invalid="true"', text)
    assert not model.objects.filter(title="A story").exists()


def test_what_readers_saw_without_a_date_has_the_day_on_which_they_first_could(demo):
    pages = ContentPage.objects.filter(key="home")
    pages.update(dated=None, first_published_at=datetime(2026, 11, 20, 10, tzinfo=UTC))
    date_them = import_module("lapotne.apps.library.migrations.0006_texts_have_a_day").date_them
    date_them(apps, None)
    assert set(pages.values_list("dated", flat=True)) == {date(2026, 11, 20)}
    pages.filter(locale__language_code="lv").update(dated=date(2017, 10, 16))
    pages.exclude(locale__language_code="lv").update(dated=None)
    date_them(apps, None)
    assert set(pages.values_list("dated", flat=True)) == {date(2017, 10, 16)}


def test_news_with_a_day_is_published_though_nobody_wrote_an_address(news):
    assert news(published="2026-11-24").status_code == 302
    assert NewsPage.objects.get(slug="a-story", live=True).key == "a-story"


@pytest.mark.parametrize(("title", "wanted"), [("", ("Title", "Slug")), ("Новость", ("Slug",))])
def test_what_no_address_can_be_made_from_asks_for_one(news, title, wanted):
    text = news(published="2026-11-24", title=title).content.decode()
    assert all(f"<li>{name}: This field is required.</li>" in text for name in wanted)
    assert "Constraint" not in text


@pytest.mark.parametrize(("language", "day", "typed"), [
    ("lv", "24.12.2026", "d.m.Y"), ("en", "24/12/2026", "d/m/Y"), ("sv", "2026-12-24", "Y-m-d"),
])  # fmt: skip
def test_a_day_is_asked_for_as_its_reader_types_it_and_stays_so(signed_in, reviewer, home, language, day, typed):
    asked = {"Accept-Language": language}
    text = signed_in(reviewer).get(f"{EDITOR}pages/add/library/eventpage/{home.pk}/", headers=asked).text
    assert len(re.findall(rf"{day} 09:30\. [^<]*: Europe/Riga", text)) == 4, "begins, ends, goes public, is withdrawn"
    assert len(re.findall(rf"{day}\.", text)) == 1
    calendars = re.findall(r"initDate(?:Time)?Chooser\(\"\w+\", (\{.*?\})\)", text)
    assert [json.loads(one)["format"] for one in calendars] == [typed, *[f"{typed} H:i"] * 4]
    report = signed_in(reviewer).get(f"{EDITOR}reports/site-history/", headers=asked).text
    calendars += re.findall(r"initDateChooser\(\"\w+\", (\{.*?\})\)", report)
    assert {json.loads(one)["validateOnBlur"] for one in calendars} == {False}, "else it becomes today"


@pytest.mark.parametrize("written", ["5.03.2026", "05.03.2026", "2026-03-05"])
def test_a_day_is_what_its_reader_wrote(news, written):
    assert news(published="2026-11-24", dated=written, headers=IN_LATVIAN).status_code == 302
    assert NewsPage.objects.get(slug="a-story").dated == date(2026, 3, 5)


@pytest.mark.parametrize("written", ["marts", "05.03.0026", "5.3"])
def test_a_day_that_is_none_is_refused_and_never_made_today(news, written):
    answer = news(published="2026-11-24", dated=written, headers=IN_LATVIAN)
    assert re.search(rf'<input[^>]*name="dated" value="{written}"[^>]*aria-invalid="true"', answer.text)
    assert not NewsPage.objects.filter(title="A story").exists()


@pytest.mark.parametrize("written", ["24.12.2099 9:30", "2099-12-24 09:30"])
def test_what_is_to_wait_waits_by_the_clock_of_riga(news, written):
    assert news(published="2026-11-24", go_live_at=written, headers=IN_LATVIAN).status_code == 302
    waiting = NewsPage.objects.get(slug="a-story")
    assert not waiting.live
    assert waiting.go_live_at == datetime(2099, 12, 24, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize("slip", ["24.12.0026 09:30", "24.12.26 09:30", "24.12.2020 09:30", "24 decembris"])
def test_a_moment_that_is_none_or_has_passed_publishes_nothing(news, slip):
    answer = news(published="2026-11-24", go_live_at=slip, headers=IN_LATVIAN)
    assert re.search(r'<input[^>]*name="go_live_at"[^>]*aria-invalid="true"', answer.text)
    assert not NewsPage.objects.filter(title="A story").exists()


def test_two_news_of_one_title_have_two_addresses(news):
    for _ in range(2):
        news(published="2026-11-24")
    assert set(NewsPage.objects.filter(title="A story").values_list("slug", flat=True)) == {"a-story", "a-story-2"}


def test_a_draft_needs_no_day(news):
    assert news(act="draft", dated="").status_code == 302
    draft = NewsPage.objects.get(slug="a-story")
    assert (draft.published, draft.dated) == (None, None)


@pytest.mark.parametrize("path", ["", "pages/", "images/", "reports/locked/"])
def test_the_editor_carries_our_name_alone(signed_in, reviewer, path):
    text = signed_in(reviewer).get(EDITOR + path).content.decode()
    assert re.search(r"<title>[^<]* - Lapotne</title>", text)
    seen = re.sub(r"<noscript.*?</noscript>|<script.*?</script>|<[^>]*>", "", text, flags=re.DOTALL)
    assert "Wagtail" not in seen
    assert "leaf-light" in text


@pytest.mark.parametrize("path", ["", "pages/", "images/", "documents/", "workflows/list/", "reports/site-history/"])
def test_the_editor_speaks_latvian_to_whoever_reads_latvian(signed_in, reviewer, path):
    answer = signed_in(reviewer).get(EDITOR + path, headers={"Accept-Language": "lv"})
    words = {
        word.lower() for word in re.findall(r"[A-Za-z]{3,}", BeautifulSoup(answer.text, "html.parser").get_text(" "))
    }
    assert not words & ENGLISH


def test_its_scripts_speak_latvian_as_well(signed_in, reviewer):
    texts = signed_in(reviewer).get(f"{EDITOR}jsi18n/", headers={"Accept-Language": "lv"}).text
    assert '"Actions": "Darb' in texts
    of_translating = signed_in(reviewer).get(f"{EDITOR}localize/jsi18n/", headers={"Accept-Language": "lv"}).text
    assert '"Uses %s version": "' in of_translating


@pytest.mark.parametrize(("way", "said"), [
    ({"tool_name": "file"}, "Ielādēts no faila"),
    ({"tool_name": "PO File"}, "Tulkots ar PO File"),
    ({}, "Tulkots manuāli"),
    ({"translation_type": "machine"}, "Mašīntulkots"),
])  # fmt: skip
def test_the_translation_editor_says_in_the_reader_s_language_how_a_part_came_about(way, said):
    at = datetime(2026, 12, 1, 22, 30, tzinfo=UTC)
    part = StringTranslation(**{"translation_type": "manual", "updated_at": at} | way)
    with override("lv"):
        assert part.get_comment() == f"{said} 2026. gada 2. decembris"


def test_how_long_ago_something_was_is_said_in_latvian():
    now = datetime.now(UTC)
    with override("lv"):
        assert naturaltime(now - timedelta(minutes=9)) == "pirms 9\xa0minūtēm"
        assert timesince_simple(now - timedelta(minutes=1)) == "pirms 1\xa0minūtes"
        assert timesince_simple(now - timedelta(days=3)) == "pirms 3\xa0dienām"


def test_latvian_counts_by_its_own_rule():
    with override("lv"):
        said = [ngettext("%(num)d minute", "%(num)d minutes", n) % {"num": n} for n in (1, 3, 10, 21)]
    assert said == ["1 minūtes", "3 minūtēm", "10 minūtēm", "21 minūtes"], "after 'pirms'"
