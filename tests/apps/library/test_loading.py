"""Content comes from files: a new installation starts full, an editor's change is never overwritten unasked."""

import pytest
from django.core.management import CommandError, call_command

from lapotne.apps.audit.models import Act
from lapotne.apps.library.actions.loading import Loaded
from lapotne.apps.library.models import ContentPage, Review, Wording
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.files import files
from tests.apps.library.conftest import LATER, ROOF_EN, page, write

CHANGED = {("roof", "en"): Loaded.KEPT}


def edit(known: ContentPage, **values: object) -> None:
    """As the editor does: a revision, published."""
    for name, value in values.items():
        setattr(known, name, value)
    known.save_revision().publish()


def test_every_text_is_loaded_and_public(loaded):
    assert set(loaded.done.values()) == {Loaded.CREATED}
    assert len(loaded.done) == 5
    assert page("roof", "lv").url_path == "/lv/roof/"
    assert page("branch", "lv").url_path == "/lv/roof/branch/"
    assert page("day", "en").starts.isoformat() == "2016-01-17T22:00:00+00:00"
    assert Act.objects.filter(verb="show_page").count() == 5


def test_loading_again_changes_nothing(loaded, load):
    words = Wording.objects.count()
    assert set(load(LATER).done.values()) == {Loaded.UNCHANGED}
    assert Wording.objects.count() == words


def test_a_file_that_changed_is_taken(loaded, load, folder):
    write(folder, roof={"en.md": ROOF_EN.replace("Another", "A second")})
    assert load(LATER).done["roof", "en"] is Loaded.UPDATED
    assert "A second leaf." in str(Wording.objects.filter(page=page("roof", "en")).last().content)


def test_an_editor_s_change_is_kept_and_the_difference_told(loaded, load, folder):
    edit(page("roof", "en"), title="A green roof")
    write(folder, roof={"en.md": ROOF_EN.replace("The roof", "The high roof")})
    report = load(LATER)
    assert report.done["roof", "en"] is Loaded.KEPT
    assert "-title: A green roof" in report.kept["roof", "en"]
    assert "+title: The high roof" in report.kept["roof", "en"]
    assert page("roof", "en").title == "A green roof"


def test_a_draft_is_a_change_too(loaded, load, folder):
    known = page("roof", "en")
    known.title = "Not yet"
    known.save_revision()
    write(folder, roof={"en.md": ROOF_EN.replace("The roof", "The high roof")})
    assert load(LATER).done["roof", "en"] is Loaded.KEPT


def test_whoever_asks_for_the_files_gets_them(loaded, load, folder):
    edit(page("roof", "en"), title="A green roof")
    write(folder, roof={"en.md": ROOF_EN.replace("The roof", "The high roof")})
    assert load(LATER, overwrite=True).done["roof", "en"] is Loaded.UPDATED
    assert page("roof", "en").title == "The high roof"


def test_what_an_editor_wrote_here_is_no_file_s_to_take(loaded, load, folder):
    edit(page("home", "lv"), title="Sākums", summary="Sāciet te.", dated=LATER.date())
    home = {"lv.md": '---\ntitle: Cits\nsummary: Cits.\nof: "0000000000000000"\n---\n## Čau\nLūdzu.\n'}
    write(folder, home=home)
    assert load(LATER).done["home", "lv"] is Loaded.KEPT


def test_a_page_unpublished_here_stays_so_until_the_file_is_asked_for(loaded, load, folder):
    page("roof", "en").unpublish()
    write(folder, roof={"en.md": ROOF_EN.replace("The roof", "The high roof")})
    report = load(LATER)
    assert report.done["roof", "en"] is Loaded.KEPT
    assert [line for line in report.kept["roof", "en"][2:] if line[0] in "+-"] == [
        "-title: The roof", "+title: The high roof"
    ]  # fmt: skip
    assert not page("roof", "en").live
    assert load(LATER, overwrite=True).done["roof", "en"] is Loaded.UPDATED
    assert page("roof", "en").live


def test_a_page_deleted_here_stays_away_with_all_below_it(loaded, load, folder):
    page("roof", "lv").delete()
    for overwrite in (False, True):
        done = load(LATER, overwrite=overwrite).done
        away = {name for name, outcome in done.items() if outcome is Loaded.KEPT_AWAY}
        assert away == {("roof", "lv"), ("branch", "lv")}
    assert pages.page("roof", "lv") is None
    assert page("roof", "en").live


def test_a_deleted_page_comes_back_by_its_key_and_may_be_deleted_again(loaded, load):
    page("roof", "lv").delete()
    done = load(LATER, bring_back=["roof"]).done
    assert (done["roof", "lv"], done["branch", "lv"]) == (Loaded.CREATED, Loaded.KEPT_AWAY)
    assert load(LATER).done["roof", "lv"] is Loaded.UNCHANGED
    page("roof", "lv").delete()
    assert load(LATER).done["roof", "lv"] is Loaded.KEPT_AWAY


def test_a_home_page_deleted_here_stays_without_words(loaded, load):
    page("home", "en").delete()
    assert load(LATER).done["home", "en"] is Loaded.KEPT_AWAY
    assert not page("home", "en").live


def test_the_command_says_what_is_kept_away_and_how_to_bring_it_back(loaded, folder, capsys):
    page("day", "en").delete()
    call_command("load_content", str(folder))
    said = capsys.readouterr().out
    assert "1 kept away" in said
    assert "day in en: deleted here, so kept away." in said
    assert "`lapotne content load --bring-back day`" in said
    call_command("load_content", str(folder), bring_back=["day"])
    assert "1 created" in capsys.readouterr().out
    with pytest.raises(CommandError, match="No file has the key night"):
        call_command("load_content", str(folder), bring_back=["night"])


def test_a_translation_with_other_parts_is_not_loaded(loaded, load, folder):
    broken = (folder / "roof" / "lv.md").read_text().replace("- Cita lapa.\n", "")
    write(folder, roof={"lv.md": broken})
    assert load(LATER).done["roof", "lv"] is Loaded.UNPAIRED
    assert "Cita lapa." in str(Wording.objects.filter(page=page("roof", "lv")).last().content)


def test_a_review_holds_for_the_words_that_were_read(loaded):
    review = Review.objects.get()
    assert (review.role, str(review.on)) == ("language teacher", "2026-11-20")
    assert review.digest == Wording.objects.get(page=page("roof", "lv")).digest


def test_unchanged_pages_are_written_back_byte_for_byte(loaded, folder):
    written = dict(files())
    there = {str(file.relative_to(folder)): file.read_text() for file in folder.rglob("*.*")}
    assert written == there


def test_a_changed_page_is_written_in_our_manner_and_reads_the_same(loaded, load, folder, tmp_path):
    edit(page("roof", "en"), title='The "green" roof: #1')
    call_command("export_content", str(folder), verbosity=0)
    text = (folder / "roof" / "en.md").read_text()
    assert text.startswith('---\ntitle: "The \\"green\\" roof: #1"\n')
    assert "A roof of **leaves**, on two lines." in text
    report = load(LATER, overwrite=True)
    assert not report.problems
    assert page("roof", "en").title == 'The "green" roof: #1'


def test_a_page_written_here_gets_files_of_its_own(loaded, folder):
    edit(page("home", "lv"), title="Sākums", summary="Sāciet te.", dated=LATER.date())
    known = dict(files())
    assert known["home/lv.md"].startswith("---\ntitle: Sākums\n")


def test_the_command_says_what_was_wrong_and_ends_with_an_error(folder, db, capsys):
    write(folder, roof={"page.yaml": "kind: poem\npath: roof\nsource: en\ndated: 2026-11-24\n"})
    with pytest.raises(CommandError, match="mend them"):
        call_command("load_content", str(folder))
    assert "page.yaml:1:7: error: `kind` can't be 'poem'." in capsys.readouterr().err


def test_five_texts_take_some_forty_statements_each_and_few_where_nothing_changed(
    load, folder, django_assert_max_num_queries
):
    with django_assert_max_num_queries(200):
        assert set(load().done.values()) == {Loaded.CREATED}
    with django_assert_max_num_queries(34):
        assert set(load().done.values()) == {Loaded.UNCHANGED}
