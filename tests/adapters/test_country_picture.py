"""The map of leaves: true places, no leaf over another, no name over a name, words for everybody."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from lapotne.adapters.country_picture import MapLeaf, Sheet, draw
from lapotne.adapters.country_picture.labels import _choices, _leaf_box, labelled
from lapotne.adapters.country_picture.outline import filled_path, leaf_path
from lapotne.adapters.country_picture.placing import placed
from lapotne.domain.mechanism.states import State


def leaf(key, latitude, longitude, share=0.0, state=State.NOBODY, **more):
    return MapLeaf(key, key.title(), f"{key}: in words", latitude, longitude, share, state, **more)


SPREAD = [leaf("west", 56.5, 21.0), leaf("north", 57.8, 25.0), leaf("east", 56.5, 27.5), leaf("south", 55.9, 26.0)]
CROWD = [leaf(f"town{at}", 56.9 + at / 200, 24.1 + (at % 5) / 100) for at in range(25)]


def test_leaves_stand_as_their_seats_do():
    places, _ = placed(SPREAD, Sheet())
    at = {place.leaf.key: (place.x, place.y) for place in places}
    assert at["west"][0] < at["north"][0] < at["east"][0]
    assert at["north"][1] < at["east"][1] < at["south"][1]
    assert at["west"][1] == pytest.approx(at["east"][1])


def test_a_degree_of_longitude_is_as_much_shorter_as_it_is_on_the_ground():
    square = [leaf("a", 56.0, 24.0), leaf("b", 57.0, 24.0), leaf("c", 56.0, 25.0), leaf("d", 57.0, 25.0)]
    at = {place.leaf.key: (place.x, place.y) for place in placed(square, Sheet())[0]}
    across, down = at["c"][0] - at["a"][0], at["a"][1] - at["b"][1]
    assert across / down == pytest.approx(0.552, abs=0.01)


@pytest.mark.parametrize("leaves", [SPREAD, CROWD, [leaf("one", 57, 24)], [leaf("a", 57, 24), leaf("b", 57, 24)]])
def test_no_leaf_hides_another(leaves):
    sheet = Sheet()
    places, _ = placed(leaves, sheet)
    for one, other in combinations(places, 2):
        apart = ((one.x - other.x) / sheet.leaf_width) ** 2 + ((one.y - other.y) / (sheet.leaf * 0.7)) ** 2
        assert apart > 0.8, (one, other)


def test_no_name_lies_over_a_leaf_or_another_name():
    sheet = Sheet()
    places, _ = placed([*SPREAD, *CROWD], sheet)
    boxes = [next(box for label, box in _choices(one.place, sheet) if label == one) for one in labelled(places, sheet)]
    assert len(boxes) >= len(SPREAD)
    for one, other in combinations([*boxes, *(_leaf_box(place, sheet) for place in places)], 2):
        assert not one.meets(other) or (one not in boxes and other not in boxes)


def test_first_in_rank_is_named_first():
    crowd = [*CROWD, leaf("riga", 56.95, 24.12, rank=-1)]
    places, _ = placed(crowd, Sheet())
    assert "riga" in {label.place.leaf.key for label in labelled(places, Sheet())}


def test_the_picture_is_xml_with_a_name_for_every_leaf_and_nothing_that_a_browser_refuses():
    drawn = draw([leaf("a<b", 57, 24, address="/en/?a=1&b=2"), *CROWD], Sheet(), title="A bed & a man")
    ElementTree.fromstring(drawn)  # noqa: S314 -- our own text
    assert len(re.findall(r'aria-label="[^"]+: in words"', drawn)) == 26
    assert "style=" not in drawn
    assert "onload" not in drawn


def test_a_picture_alone_leads_nowhere():
    assert "<a " not in draw([leaf("a", 57, 24, address="/x/")], Sheet(), title="x", is_alone=True)


def test_an_empty_country_is_an_empty_sheet():
    assert draw([], Sheet(), title="x").startswith("<svg")


@pytest.mark.parametrize("share", [0.03, 0.5, 0.97])
def test_a_leaf_is_filled_from_its_foot_as_far_as_hours_are_met(share):
    ys = [float(y) for _, y in re.findall(r"([-\d.]+) ([-\d.]+)", filled_path(100, 60, share))]
    assert min(ys) == pytest.approx(-100 * share, abs=0.1)
    assert max(ys) == 0


def test_states_differ_in_shape_not_only_in_colour():
    def shape(state, share=0.0):
        drawn = draw([leaf("a", 57, 24, share, state)], Sheet(), title="x")
        return re.sub(r'(fill|stroke)="#[0-9a-f]+"', "", drawn)

    looks = {shape(State.UNCONFIRMED), shape(State.NOBODY), shape(State.TOO_FAR), shape(State.NOBODY, 0.5)}
    assert len(looks) == 4
    assert leaf_path(Sheet().leaf, Sheet().leaf_width) in shape(State.NOBODY, 1.0)
