"""The map as SVG text: shapes tell the share and the state, classes colour them, attributes do where no style is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from lapotne.adapters.country_picture.labels import Label, labelled, width_of
from lapotne.adapters.country_picture.leaves import MapLeaf, Sheet
from lapotne.adapters.country_picture.outline import filled_path, leaf_path
from lapotne.adapters.country_picture.placing import Place, placed
from lapotne.domain.mechanism.states import State

MET = State.COVERED
LOOKS = {
    State.COVERED: ("covered", 'fill="#2f7d4f" stroke="#1d5636"'),
    State.BY_PHONE: ("phone", 'fill="#8cc29b" stroke="#8cc29b"'),
    State.TOO_FAR: ("far", 'fill="#ffffff" stroke="#2f7d4f"'),
    State.DEPENDS: ("ask", 'fill="#e6e1f4" stroke="#7a6bb0"'),
    State.UNCONFIRMED: ("unconfirmed", 'fill="#f6e4c4" stroke="#c98a2b" stroke-dasharray="3 2"'),
    State.NOBODY: ("nobody", 'fill="#eaf2f8" stroke="#5b8fb9"'),
}
"""Of each state the class of its leaf and how it looks without a style sheet."""
LEAST_SHOWN, HALF, FULL = 0.02, 0.5, 1.0


def draw(leaves: Sequence[MapLeaf], sheet: Sheet, *, title: str, is_alone: bool = False) -> str:
    """The whole map. `is_alone`: as a file of its own, with its names written and without links."""
    places, height = placed(leaves, sheet)
    labels = labelled(places, sheet)
    named = {label.place.leaf.key for label in labels}
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="country" viewBox="0 0 {sheet.width} {height}"',
            f' role="group" aria-label={quoteattr(title)} font-family="sans-serif" font-size="{sheet.letter}">',
            f"<title>{escape(title)}</title>" if is_alone else "",
            *(_text(label) for label in labels),
            *(_leaf(place, sheet, is_link=not is_alone, is_named=place.leaf.key in named) for place in places),
            "</svg>",
        ]
    )


def sample(state: State, share: float) -> str:
    """One leaf alone, for a legend or a cell of a table."""
    sheet = Sheet()
    leaf = MapLeaf("", "", "", 0, 0, share, state)
    shapes = "".join(_shapes(leaf, sheet))
    box = f"{-sheet.leaf_width / 2 - 1:g} {-sheet.leaf - 1:g} {sheet.leaf_width + 2:g} {sheet.leaf + 5:g}"
    return f'<svg class="country country--leaf" viewBox="{box}" aria-hidden="true" focusable="false">{shapes}</svg>'


def _leaf(place: Place, sheet: Sheet, *, is_link: bool, is_named: bool) -> str:
    leaf = place.leaf
    shapes = "".join(_shapes(leaf, sheet))
    if not is_named:
        shapes += _name_on_demand(place, sheet)
    move = f'transform="translate({place.x:.1f} {place.y:.1f})"'
    words = quoteattr(leaf.words)
    if is_link and leaf.address:
        return f'<a href={quoteattr(leaf.address)} class="country__leaf" {move} aria-label={words}>{shapes}</a>'
    return f'<g class="country__leaf" {move} role="img" aria-label={words}>{shapes}</g>'


def _shapes(leaf: MapLeaf, sheet: Sheet) -> Iterator[str]:
    height, width = sheet.leaf, sheet.leaf_width
    whole = leaf_path(height, width)
    # A finger needs more room than a leaf has.
    yield f'<circle class="country__reach" cx="0" cy="{-height / 2:g}" r="{max(height * 0.55, 13):g}" fill="none"/>'
    if leaf.share >= FULL:
        yield _path(whole, MET)
    else:
        yield _path(whole, leaf.state)
        if leaf.state is State.NOBODY:
            yield from _rain(height, width)
        if leaf.share >= LEAST_SHOWN:
            yield _path(filled_path(height, width, leaf.share), MET)
    name, look = LOOKS[leaf.state if leaf.share < HALF else MET]
    stroke = look.partition("stroke=")[2]
    yield f'<path class="rib rib--{name}" d="M0 3L{width * 0.06:.1f} {-height * 0.8:.1f}" fill="none" stroke={stroke}/>'
    if leaf.is_marked:
        yield '<circle class="country__mark" cx="0" cy="4" r="3.2" fill="#ffffff" stroke="#16211b"/>'


def _path(path: str, state: State) -> str:
    name, look = LOOKS[state]
    return f'<path class="leaf leaf--{name}" d="{path}" {look}/>'


def _rain(height: float, width: float) -> Iterator[str]:
    for across, up in ((-0.2, 0.62), (0.1, 0.42), (-0.1, 0.28)):
        x, y = across * width, -up * height
        yield f'<path class="rain" d="M{x + 2:.1f} {y:.1f}l-2 {height * 0.16:.1f}" fill="none" stroke="#5b8fb9"/>'


def _text(label: Label) -> str:
    place = f'x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}"'
    return f'<text class="country__name" {place} aria-hidden="true">{escape(label.place.leaf.label)}</text>'


def _name_on_demand(place: Place, sheet: Sheet) -> str:
    """A name there was no room for: shown where the leaf is pointed at or chosen by the keyboard."""
    wide = width_of(place.leaf.label, sheet) + 12
    left = min(max(-wide / 2, 2 - place.x), sheet.width - 2 - wide - place.x)
    top = -sheet.leaf - sheet.letter * 1.7
    box = f'x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{sheet.letter * 1.5:.1f}"'
    text = f'x="{left + 6:.1f}" y="{top + sheet.letter * 1.08:.1f}"'
    return (
        f'<g class="country__hint" aria-hidden="true" visibility="hidden"><rect {box} rx="4" fill="#ffffff"/>'
        f"<text {text}>{escape(place.leaf.label)}</text></g>"
    )
