"""The canopy as a picture: six shapes that survive without colour, days as long as their clock, words kept apart."""

import re
from xml.etree import ElementTree as ET

import pytest

from lapotne.adapters.canopy_picture import (
    Day,
    Hour,
    LegendEntry,
    Now,
    Row,
    Strip,
    Title,
    YearDay,
    labels_svg,
    leaf_svg,
    picture_svg,
    year_svg,
)  # fmt: skip
from lapotne.adapters.canopy_picture.shapes import textures
from lapotne.domain.mechanism.states import State

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = re.compile(r'(?:fill|stroke)="#[0-9a-f]{6}"|leaf--\w+|texture--\w+|edge--\w+')
HOSTILE = "<b>\"Osta\" & 'Co'</b>"
TITLE = Title("The canopy", "No bed at night.")
LONG_DAY = [0, 1, 2, 3, 3, *range(4, 24)]


def row(hours=24, state=State.COVERED, label="A bed", **hour):
    return Row(label, [Hour(state, **hour) for _ in range(hours)])


def day(clock=range(24), note=""):
    return Day("Mon 16", list(clock), note)


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 -- our own text


def leaves(svg: str) -> list[ET.Element]:
    return list(drawn(svg).iter(f"{SVG}use"))


def test_the_six_states_differ_without_any_colour():
    assert len({COLOUR.sub("", leaf_svg(state)) for state in State}) == len(State)


def marks(state: State) -> int:
    """What stands inside a leaf, which an hour's width still shows."""
    inside = [
        path.get("d", "") for path in drawn(leaf_svg(state)).iter() if path.get("class") in ("leaf-bar", "leaf-dot")
    ]
    return sum(max(1, path.count("M")) for path in inside)


def test_by_phone_is_barred_across_and_too_far_is_hollow():
    assert (marks(State.BY_PHONE), marks(State.TOO_FAR), marks(State.DEPENDS)) == (2, 0, 1)


def test_rain_fills_even_a_strip_lower_than_a_drop():
    tile = re.search(r'id="texture-nobody".*?d="([^"]+)"', textures())
    assert tile
    assert all(float(end) <= 0 for end in re.findall(r"L[\d.]+ (-?[\d.]+)", tile[1])), "each line leaves the tile"


def test_the_textures_of_a_year_differ_without_any_colour():
    tiles = re.findall(r"<pattern.*?</pattern>", textures())
    bare = {COLOUR.sub("", re.sub(r'id="[^"]*"', "", tile)) for tile in tiles}
    # Full cover is the one without a texture.
    assert len(bare) == len(State) - 1


@pytest.mark.parametrize("clock", [range(24), [*range(3), *range(4, 24)], LONG_DAY])
def test_a_day_has_a_leaf_for_each_hour_of_its_clock(clock):
    svg = picture_svg([row(len(clock))], [day(clock)], TITLE)
    assert len(leaves(svg)) == len(clock)
    written = [text.text for text in drawn(svg).iter(f"{SVG}text") if text.get("class") == "clock"]
    assert written == ["00", "06", "12", "18"]


def test_rows_that_do_not_fit_the_days_are_refused():
    with pytest.raises(ValueError, match="zip"):
        picture_svg([row(23)], [day()], TITLE)


@pytest.mark.parametrize("standalone", [True, False])
def test_words_from_data_stay_words(standalone):
    rows = [row(label=HOSTILE, words=HOSTILE, address="?a=1&b=2")]
    svg = picture_svg(rows, [day(note=HOSTILE)], Title(HOSTILE, HOSTILE), standalone=standalone)
    assert not list(drawn(svg).iter(f"{SVG}b"))
    assert drawn(labels_svg(rows)) is not None


def test_in_a_page_each_hour_is_a_link_with_its_words_and_out_of_the_tab_order():
    rows = [row(words="A bed, 03:00: nobody", address="?hour=3#who", is_chosen=True)]
    links = list(drawn(picture_svg(rows, [day()], TITLE, standalone=False)).iter(f"{SVG}a"))
    assert len(links) == 24
    assert {link.find(f"{SVG}title").text for link in links} == {"A bed, 03:00: nobody"}
    assert {(link.get("tabindex"), link.get("aria-current")) for link in links} == {("-1", "true")}


@pytest.mark.parametrize("standalone", [True, False])
def test_nothing_stands_inline_that_browsers_are_told_to_refuse(standalone):
    svg = picture_svg([row(address="?")], [day()], TITLE, standalone=standalone)
    svg += year_svg([Strip("A bed", [(0, 0, 0, 0, 0, 1440)])], [YearDay("Nov")], TITLE, standalone=standalone)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|https?://(?!www\.w3\.org)", svg)


def test_a_file_carries_its_title_names_legend_and_colours():
    entries = [LegendEntry(state, state.name) for state in State]
    svg = picture_svg([row(state=State.NOBODY)], [day()], TITLE, legend_entries=entries)
    texts = {text.text for text in drawn(svg).iter(f"{SVG}text")}
    assert {"The canopy", "A bed", "Mon 16", *(state.name for state in State)} <= texts
    assert drawn(svg).get("width").isdecimal()
    assert "#eaf2f8" in svg


def test_the_present_stands_behind_the_hours_that_passed():
    svg = picture_svg([row(48)], [day(), day()], TITLE, now=Now(27, "03:00 now"), standalone=False)
    line = next(path for path in drawn(svg).iter(f"{SVG}path") if path.get("class") == "now-line")
    at = float(re.match(r"M([\d.]+)", line.get("d")).group(1))
    lefts = [float(leaf.get("x")) for leaf in leaves(svg)]
    assert lefts[27] == pytest.approx(at, abs=0.1)


def test_a_day_of_a_year_is_filled_as_long_as_each_state_lasts():
    svg = year_svg([Strip("A bed", [(480, 0, 0, 0, 0, 960)])], [YearDay()], TITLE)
    heights = {
        path.get("fill"): float(re.search(r"v([\d.]+)", path.get("d")).group(1))
        for path in drawn(svg).iter(f"{SVG}path") if "v" in path.get("d", "") and "h" in path.get("d", "")
    }  # fmt: skip
    assert heights["url(#texture-nobody)"] == pytest.approx(heights["#2f7d4f"] / 2, abs=0.02)


def test_a_holiday_and_a_month_are_told_and_a_week_leads_to_its_picture():
    days = [YearDay("Nov", "Proclamation Day", "the week 16–22 Nov", "?week=2026-11-16"), YearDay()]
    svg = year_svg([Strip("A bed", [(0, 0, 0, 0, 0, 1440)] * 2)], days, TITLE, standalone=False)
    titles = {title.text for title in drawn(svg).iter(f"{SVG}title")}
    assert {"Proclamation Day", "the week 16–22 Nov"} <= titles
    assert [link.get("href") for link in drawn(svg).iter(f"{SVG}a")] == ["?week=2026-11-16"]
