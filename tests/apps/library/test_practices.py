"""What a town tried: told in parts of its own under fixed headings, adopted by municipalities that are chosen."""

import re
from importlib import import_module
from itertools import zip_longest
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from wagtail.models import PageLogEntry, Revision

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.indexing import index_wording
from lapotne.apps.library.actions.loading import Loaded, load_content
from lapotne.apps.library.models import Adopter, Findable, PracticePage
from lapotne.apps.library.queries import pages, site, wordings
from lapotne.apps.library.queries.files import files
from lapotne.apps.library.queries.states import State, board
from lapotne.apps.municipalities.models import Municipality
from tests.apps.library.conftest import AT, LATER, loaded_once, page, write
from tests.apps.library.test_loading import edit
from tests.people import person

EDITOR = "/staff/editor/"
EN = """---
title: "Northtown: a group"
summary: People who know each other.
problem: |
  Nobody knew what the others do.
done: |
  - They **met**.
  - They wrote it down.

  All may [read](page:roof) it.
evidence: |
  Nothing was measured.
cost: Little.
contact: Northtown municipality
reviewed: null
---
## What to keep in mind
A group rests on people.
"""
LV = """---
title: "Ziemeļpils: grupa"
summary: Cilvēki, kas cits citu pazīst.
problem: |
  Neviens nezināja, ko dara citi.
done: |
  - Viņi **satikās**.
  - Viņi to uzrakstīja.

  Visi to var [lasīt](page:roof).
evidence: |
  Nekas netika mērīts.
cost: Maz.
contact: Ziemeļpils pašvaldība
of: "{of}"
reviewed: null
---
## Ko ņemt vērā
Grupa balstās uz cilvēkiem.
"""
FACTS = "kind: practice\npath: tried\norder: 30\nsource: en\ndated: 2026-11-24\nadopted_by: [lv-south, lv-north]\n"
HEADINGS = {
    "en": ["The problem", "What was done", "What shows that it works", "Cost", "Contact", "Adopted by",
           "What to keep in mind", "About this page"],
    "lv": ["Grūtība", "Ko izdarīja", "Kas liecina, ka tas darbojas", "Izmaksas", "Saziņa", "Pārņēma",
           "Ko ņemt vērā", "Par šo lapu"],
}  # fmt: skip


@pytest.fixture
def towns(latvia) -> dict[str, Municipality]:
    named = {"lv-north": {"lv": "Ziemeļpils", "en": "Northtown"}, "lv-south": {"lv": "Dienvidpils"}}
    return {
        key: Municipality.objects.create(
            pk=number, key=key, code=key.upper(), names=names, country=latvia, time_zone="Europe/Riga"
        )
        for number, (key, names) in enumerate(named.items(), start=921)
    }


@pytest.fixture
def folder(folder):
    return write(folder, tried={"page.yaml": FACTS, "en.md": EN, "lv.md": LV.format(of=digest_of(EN))})


@pytest.fixture
def loaded(towns, folder, load):
    report = loaded_once(folder, load)
    site.forget()
    return report


def parts(text: str) -> list[str]:
    return re.findall(r"<h2[^>]*>([^<]+)</h2>", text.partition('<article class="words">')[2])


def standing(language: str) -> State:
    rows = board([code for code, _ in settings.LANGUAGES])
    return next(row for row in rows if row.key == "tried").standings[language].state


@pytest.mark.parametrize("language", ["en", "lv"])
def test_its_parts_stand_in_a_fixed_order_under_headings_in_the_reader_s_language(loaded, language):
    assert parts(Client().get(f"/{language}/tried/").text) == HEADINGS[language]


def test_lists_and_links_in_a_part_are_those_of_any_text(loaded):
    text = Client().get("/en/tried/").text
    assert "<ul><li>They <strong>met</strong>.</li><li>They wrote it down.</li></ul>" in text
    assert '<p>All may <a href="/en/roof/">read</a> it.</p>' in text


def test_towns_that_adopted_it_lead_to_their_public_pages_in_the_editor_s_order(loaded):
    text = Client().get("/en/tried/").text.partition("Adopted by</h2>")[2].partition("</ul>")[0]
    assert re.findall(r'href="([^"]+)"', text) == ["/en/directory/lv-south/", "/en/directory/lv-north/"]
    assert '<span lang="lv">Dienvidpils</span>' in text


def test_what_nobody_changed_comes_back_byte_for_byte_and_loads_as_it_was(loaded, load, folder):
    assert dict(files())["tried/en.md"] == EN
    assert load(LATER).done["tried", "en"] is Loaded.UNCHANGED


def test_what_was_edited_is_the_same_after_export_and_loading_elsewhere(loaded, towns, tmp_path):
    source = page("tried", "en")
    source.evidence.append(("list", ["Ten: were trained.", 'A "second" | third.']))
    first = source.adopters.get(municipality=towns["lv-south"])
    source.adopters.remove(first)
    edit(source)
    before = dict(files())
    assert "adopted_by: [lv-north]\n" in before["tried/page.yaml"]
    assert (
        'evidence: |\n  Nothing was measured.\n\n  - Ten: were trained.\n  - A "second" | third.\n'
        in before["tried/en.md"]
    )
    call_command("export_content", str(tmp_path / "out"), verbosity=0)
    pages.home("en").get_parent().get_children().delete()
    PageLogEntry.objects.all().delete()
    report = load_content(folder=tmp_path / "out", at=AT)
    assert report.problems == ()
    assert page("tried", "en").evidence[1].value[0] == "Ten: were trained."
    assert page("tried", "en").adopted_by == ["lv-north"]


def test_a_practice_of_old_without_its_parts_is_named_and_not_written(loaded, tmp_path):
    PracticePage.objects.update(problem=[], from_file="")
    source = page("tried", "en")
    source.title = "Written before"
    source.save_revision(clean=False).publish()
    unwritable: dict[str, str] = {}
    list(files(unwritable))
    assert unwritable == {"tried": "its `problem` is empty in en; fill it in in the editor"}


def test_a_part_that_changes_leaves_the_translation_outdated_and_asks_for_that_part_alone(loaded):
    assert standing("lv") is State.CURRENT
    source = page("tried", "en")
    source.evidence = [("paragraph", "Ten were trained.")]
    edit(source)
    assert standing("lv") is State.OUTDATED
    found = next(row for row in board(["en", "lv"]) if row.key == "tried").standings["lv"]
    assert found.total - found.done == 1


def test_a_translation_of_other_parts_is_not_loaded(loaded, load, folder):
    write(folder, tried={"lv.md": LV.format(of=digest_of(EN)).replace("  - Viņi to uzrakstīja.\n", "")})
    assert load(LATER).done["tried", "lv"] is Loaded.UNPAIRED


def test_every_part_is_found(loaded):
    index_wording(wording=wordings.newest(page("tried", "en")))
    found = Findable.objects.get(key="tried", language="en")
    for word in ("knew", "wrote", "measured", "Little", "municipality", "rests"):
        assert word in found.text


def test_the_towns_of_the_source_are_those_of_every_language(loaded, towns):
    source = page("tried", "en")
    source.adopters.remove(source.adopters.get(municipality=towns["lv-south"]))
    edit(source)
    assert page("tried", "lv").adopted_by == ["lv-north"]
    assert standing("lv") is State.CURRENT


def test_a_town_that_nobody_knows_keeps_the_page_out_and_is_told(towns, load, folder):
    write(folder, tried={"page.yaml": FACTS.replace("lv-north", "lv-norht")})
    (problem,) = load().problems
    assert (problem.line, problem.message) == (6, "There is no municipality 'lv-norht'.")
    assert problem.mend.startswith("Did you mean lv-north?")
    assert pages.page("tried", "en") is None


@pytest.fixture
def send(loaded, latvia, signed_in):
    """Sends the form of the practice in the editor, changed as said."""
    client = signed_in(person("rita", RoleKind.CONTENT_REVIEWER, country=latvia))

    def sent(act="action-publish", adopters=None, **said):
        known = page("tried", "en")
        form = {"title": known.title, "slug": "tried", "key": "tried", "dated": "2026-11-24", "sources-count": "0"}
        form |= {"cost": "Little.", "contact": "Northtown", "summary": known.summary, "body-count": "0", act: "yes"}
        for name in ("problem", "done", "evidence"):
            form |= {f"{name}-count": "1", f"{name}-0-deleted": "", f"{name}-0-order": "0", f"{name}-0-id": ""}
            form |= {f"{name}-0-type": "paragraph", f"{name}-0-value": "Words."}
        rows = list(known.adopters.all())
        adopters = adopters or [row.municipality_id for row in rows]
        form |= {"adopters-TOTAL_FORMS": len(adopters), "adopters-INITIAL_FORMS": len(rows)}
        form |= {"adopters-MIN_NUM_FORMS": 0, "adopters-MAX_NUM_FORMS": 1000}
        for at, (town, row) in enumerate(zip_longest(adopters, rows)):
            form |= {f"adopters-{at}-municipality": town, f"adopters-{at}-ORDER": at + 1}
            form |= {f"adopters-{at}-id": row.pk if row else ""}
        address = f"{EDITOR}pages/{known.pk}/edit/"
        return client.post(address, {**form, **said}, headers={"Accept-Language": "en"})

    return SimpleNamespace(form=sent, client=client)


def test_towns_are_chosen_by_name_and_never_typed(send, towns):
    towns["lv-south"].valid_to = AT.date()
    towns["lv-south"].save()
    text = send.client.get(f"{EDITOR}pages/{page('tried', 'en').pk}/edit/", headers={"Accept-Language": "en"}).text
    assert re.search(r'<select[^>]*name="adopters-0-municipality"', text)
    chosen = text.partition('name="adopters-1-municipality"')[2].partition("</select>")[0]
    assert re.search(rf'<option value="{towns["lv-north"].pk}" selected>Northtown</option>', chosen)
    assert chosen.index("Northtown") < chosen.index('<optgroup label="Former municipalities">') < chosen.index("Dienv")


def test_a_practice_without_a_problem_says_so_when_it_is_published(send):
    text = send.form(**{"problem-count": "0"}).text
    assert "What needs mending is marked below." in text
    assert "This field is required." in text
    assert send.form(act="draft", **{"problem-count": "0"}).status_code == 302


def test_a_town_is_one_that_is_known_and_chosen_once(send, towns):
    north, south = (towns[key].pk for key in ("lv-north", "lv-south"))
    assert send.form(adopters=[0, south]).status_code == 200
    assert send.form(adopters=["lv-north", south]).status_code == 200
    text = send.form(adopters=[north, south, north]).text
    assert "What needs mending is marked below." in text
    assert "Please correct the duplicate values below." in text
    assert page("tried", "en").adopted_by == ["lv-south", "lv-north"]
    assert send.form(adopters=[north, south]).status_code == 302
    assert page("tried", "en").adopted_by == ["lv-north", "lv-south"]


def test_towns_that_were_typed_are_looked_up_on_the_page_and_in_what_editors_go_on_from(loaded, towns):
    known = page("tried", "en")
    revision = known.get_latest_revision()
    typed = ["lv-south", "lv-nowhere", "lv-north", "lv-south"]
    content = {name: said for name, said in revision.content.items() if name != "adopters"}
    Revision.objects.filter(pk=revision.pk).update(content={**content, "adopted_by": typed})
    Adopter.objects.all().delete()
    before = SimpleNamespace(objects=SimpleNamespace(all=lambda: [SimpleNamespace(pk=known.pk, adopted_by=typed)]))
    models = {"PracticePage": before}
    look_up = import_module("lapotne.apps.library.migrations.0010_practices_say_what_was_done").look_towns_up
    look_up(SimpleNamespace(get_model=lambda app, name: models.get(name) or apps.get_model(app, name)), None)
    assert page("tried", "en").adopted_by == ["lv-south", "lv-north"]
    assert page("tried", "en").get_latest_revision_as_object().adopted_by == ["lv-south", "lv-north"]
