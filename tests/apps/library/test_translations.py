"""Each text has a state in each language; a translation opens part by part, and half of one is never shown."""

from django.conf import settings
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lapotne.apps.library.actions.publishing import publish
from lapotne.apps.library.models import Wording
from lapotne.apps.library.queries.states import State, board
from tests.apps.library.conftest import AT, LATER, ROOF_EN, page, write
from tests.apps.library.test_loading import edit

LANGUAGES = [code for code, _ in settings.LANGUAGES]


def standings(key: str):
    return next(row for row in board(LANGUAGES) if row.key == key).standings


def translation() -> Translation:
    return Translation.objects.get(source__object_id=page("roof", "en").translation_key)


def test_a_loaded_translation_opens_filled_in_part_by_part(loaded):
    total, done = translation().get_progress()
    assert total == done == 7
    pairs = {
        segment.string.data: StringTranslation.objects.get(translation_of=segment.string, context=segment.context).data
        for segment in StringSegment.objects.filter(source=translation().source)
    }
    assert pairs["Another leaf."] == "Cita lapa."
    assert pairs["What it is"] == "Kas tas ir"
    assert pairs["The roof"] == "Jumts"


def test_the_board_tells_missing_from_up_to_date(loaded):
    found = standings("roof")
    assert found["en"].state is State.SOURCE
    assert found["lv"].state is State.CURRENT
    assert {found[code].state for code in LANGUAGES if code not in ("en", "lv")} == {State.MISSING}
    assert standings("branch")["lv"].state is State.SOURCE, "any language may be the source"
    assert standings("branch")["en"].state is State.MISSING


def test_a_source_that_changed_leaves_its_translation_outdated_since_that_day(loaded, load, folder):
    write(folder, roof={"en.md": ROOF_EN.replace("One leaf.", "One green leaf.")})
    load(LATER)
    found = standings("roof")["lv"]
    assert (found.state, found.since) == (State.OUTDATED, LATER)


def test_an_edit_in_the_product_outdates_it_too_and_asks_for_the_changed_part_alone(loaded):
    source = page("roof", "en")
    words = source.body.get_prep_value()
    words[0]["value"] = "What a roof is"
    edit(source, body=words)
    found = standings("roof")["lv"]
    assert (found.state, found.done, found.total) == (State.OUTDATED, 6, 7)


def test_half_a_translation_is_not_shown_in_another_language(loaded, django_capture_on_commit_callbacks):
    source = page("roof", "en")
    words = source.body.get_prep_value()
    words[0]["value"] = "What a roof is"
    edit(source, body=words)
    with django_capture_on_commit_callbacks(execute=True):
        translation().save_target(publish=True)
    assert "What a roof is" in str(page("roof", "lv").body.get_prep_value()), "the page itself holds a half"
    shown = Wording.objects.filter(page=page("roof", "lv")).last()
    assert "Kas tas ir" in str(shown.content)
    assert "What a roof is" not in str(shown.content)


def test_a_translator_who_fills_the_part_brings_it_up_to_date(loaded, alice, django_capture_on_commit_callbacks):
    source = page("roof", "en")
    words = source.body.get_prep_value()
    words[0]["value"] = "What a roof is"
    edit(source, body=words)
    work = translation()
    segment = StringSegment.objects.get(source=work.source, string__data="What a roof is")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=work.target_locale, context=segment.context, data="Kas ir jumts",
        translation_type="manual", last_translated_by=alice,
    )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        work.save_target(user=alice, publish=True)
    assert standings("roof")["lv"].state is State.CURRENT
    assert "Kas ir jumts" in str(Wording.objects.filter(page=page("roof", "lv")).last().content)


def test_a_translation_of_another_text_than_the_source_s_is_outdated_from_the_beginning(load, folder):
    stale = (folder / "roof" / "lv.md").read_text().replace('of: "', 'of: "0000', 1)
    write(folder, roof={"lv.md": stale[: stale.index("0000") + 16] + stale[stale.index("0000") + 20 :]})
    load()
    assert (standings("roof")["lv"].state, standings("roof")["lv"].since) == (State.OUTDATED, AT)


def test_the_board_takes_five_look_ups(loaded, django_assert_num_queries):
    with django_assert_num_queries(5):
        board(LANGUAGES)


def test_publishing_a_half_does_nothing_at_all(loaded):
    StringTranslation.objects.filter(data="Cita lapa.").delete()
    assert publish(page=page("roof", "lv"), by=None, at=LATER) is None
