"""The card to print: whom to call by day, by night and on holidays, as a PDF that a screen reader can read."""

import re
import shutil
import subprocess

import pytest
from django.conf import settings

from lapotne.adapters.print_card import Card, Entry, Row, Size, pdf
from lapotne.apps.website.presenters import print_card

READER = shutil.which("pdftotext")
DANGER = Row("Danger to life", (Entry("Police, ambulance, fire.", "112"),))
CARD = Card(
    language="lv",
    title="Kam zvanīt",
    town="Saulgrieži",
    danger=DANGER,
    rows=(Row("Ārsts", (Entry("Slimnīca", "+371 00010007", "vienmēr"),), "Naktī: neviens"),),
    address="https://lapotne.example/lv/help/lv-demo/",
    address_says="Lapa aiz šī koda.",
    made="Izdrukāts",
)


@pytest.mark.parametrize("size", Size)
def test_a_card_is_a_tagged_pdf_in_its_language(size):
    printed = pdf(CARD, size)
    assert printed.startswith(b"%PDF-")
    assert b"/MarkInfo" in printed
    assert b"/Lang(lv)" in printed


def test_the_same_card_is_the_same_file():
    first = pdf(CARD, Size.A6)
    pdf.cache_clear()
    assert pdf(CARD, Size.A6) == first


def test_a_card_says_who_can_be_called_when_and_when_nobody_can(client, demo, monkeypatch):
    made = drawn(client, monkeypatch)
    rows = {row.title: row for row in made.rows}
    assert rows["A bed for a man"].nobody == "Nobody: by night"
    assert rows["Somebody decides on help"].nobody == "Nobody: on Sundays"
    assert [entry.name for entry in rows["A bed for a woman"].entries] == [
        "Crisis centre “Liepu māja”",
        "Family house “Ligzda”",
    ]
    assert rows["A doctor"].entries[0].when == "always"
    assert made.danger.entries[0].number == "112"


def test_a_card_names_its_day_and_version_and_its_page(client, demo, monkeypatch):
    made = drawn(client, monkeypatch)
    assert re.fullmatch(r"Printed: \d+ \w+ \d{4}, from version 1 of the mechanism", made.made)
    assert made.address == "http://testserver/en/help/lv-demo/"
    assert made.disclaimer


def test_what_is_not_confirmed_is_labelled_on_the_card(client, demo, monkeypatch):
    made = drawn(client, monkeypatch, "lv-valmiera")
    entries = [entry for row in made.rows for entry in row.entries]
    assert entries
    assert {entry.remark for entry in entries} == {"not confirmed"}
    assert not made.disclaimer


def test_the_readers_own_card_is_offered_first_and_the_others_folded(client, demo):
    text = client.get("/uk/help/lv-demo/").text
    own, _, folded = text[text.index('id="print-cards"') :].partition("<details>")
    offered = r'href="(/\w\w/help/lv-demo/card-a\d\.pdf)"'
    assert re.findall(offered, own) == ["/uk/help/lv-demo/card-a6.pdf", "/uk/help/lv-demo/card-a4.pdf"]
    assert len(re.findall(offered, folded.partition("</details>")[0])) == 2 * (len(settings.LANGUAGES) - 1)


def test_a_card_holds_no_staff_number(client, demo, monkeypatch):
    assert "00010002" not in str(drawn(client, monkeypatch))


@pytest.mark.parametrize(("language", "status"), [("en", 200), ("lv", 200), ("fi", 404)])
def test_cards_are_printed_in_finished_languages_alone(client, demo, language, status, settings):
    settings.FINISHED_LANGUAGES = ("en", "lv")
    response = client.get(f"/{language}/help/lv-demo/card-a6.pdf")
    assert response.status_code == status
    assert not response.cookies


@pytest.mark.skipif(not READER, reason="pdftotext isn't installed")
def test_a_card_can_be_read_aloud_in_order(client, demo, tmp_path):
    file = tmp_path / "card.pdf"
    file.write_bytes(client.get("/en/help/lv-demo/card-a4.pdf").content)
    text = subprocess.run([READER, str(file), "-"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert text.index("Danger to life") < text.index("Somebody takes the report") < text.index("Someone to talk to")


def drawn(client, monkeypatch, town: str = "lv-demo") -> Card:
    """The card of a town as it goes to the printer."""
    seen: list[Card] = []
    make = print_card.card
    monkeypatch.setattr(print_card, "card", lambda *given: seen.append(make(*given)) or seen[0])
    assert client.get(f"/en/help/{town}/card-a6.pdf").status_code == 200
    return seen[0]
