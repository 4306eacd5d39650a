"""The six shapes: full leaf, barred pale leaf, hollow leaf, leaf with a dot, fallen dashed leaf, rain.

They differ in shape and texture, so that they survive grey print; colours come from the page's style sheet and,
where there is none, from the attributes here.
"""

from __future__ import annotations

from lapotne.adapters.canopy_picture.sheet import HOUR, STRIP
from lapotne.domain.mechanism.states import State

NAMES = {
    State.COVERED: "covered",
    State.BY_PHONE: "phone",
    State.TOO_FAR: "far",
    State.DEPENDS: "ask",
    State.UNCONFIRMED: "unconfirmed",
    State.NOBODY: "nobody",
}
INK, MUTED, SKY, LINE, DANGER = "#16211b", "#5a6a61", "#eaf2f8", "#dfe5df", "#a3281f"

_LEAF = "M.6 18.6C-.4 11 1.2 2.4 4.9 1.3C5.9 8.6 4.2 16.8.6 18.6Z"
_FALLEN = "M4.8 19C5.8 12.5 4.2 4.6.5 3.6C-.5 10.2 1.2 17.4 4.8 19Z"
_HIT = f'<rect class="leaf-hit" width="{HOUR}" height="{STRIP}" fill="none"/>'

# A vein along a leaf of this width leaves its edges alone, which looks hollow; bars across it don't.
_BAR = 'fill="none" stroke="#1d5636" stroke-width="1.2"'


def _leaf(name: str, look: str, path: str = _LEAF) -> str:
    return f'<path class="leaf leaf--{name} hour" d="{path}" {look}/>'


SHAPES = {
    State.COVERED: _leaf("covered", 'fill="#2f7d4f" stroke="#1d5636" stroke-width=".5"'),
    State.BY_PHONE: _leaf("phone", 'fill="#8cc29b" stroke="#2f7d4f" stroke-width=".7"')
    + f'<path class="leaf-bar" d="M1.9 8H4.6M1.2 13H3.9" {_BAR}/>',
    State.TOO_FAR: _leaf("far", 'fill="#ffffff" stroke="#2f7d4f" stroke-width="1.1"'),
    State.DEPENDS: _leaf("ask", 'fill="#e6e1f4" stroke="#7a6bb0" stroke-width=".8"')
    + '<circle class="leaf-dot" cx="2.8" cy="10" r="1.5" fill="#7a6bb0"/>',
    State.UNCONFIRMED: _leaf(
        "unconfirmed", 'fill="#f6e4c4" stroke="#96651a" stroke-width=".9" stroke-dasharray="2 1.4"', _FALLEN
    ),
    State.NOBODY: '<path class="rain hour-rain" d="M4.4 3.4L3.2 8.2M2.6 11.4L1.4 16.2" fill="none" stroke="#2c6594" '
    'stroke-width="1.3" stroke-linecap="round"/>',
}
"""What is drawn in the place of one hour."""

_TILE = 'patternUnits="userSpaceOnUse" width="6" height="8"'
_TEXTURES = {
    State.BY_PHONE: '<rect class="texture texture--phone" width="6" height="8" fill="#8cc29b"/>'
    '<path class="leaf-bar" d="M0 2H6M0 6H6" fill="none" stroke="#1d5636" stroke-width=".9"/>',
    State.TOO_FAR: '<rect class="texture texture--far" width="6" height="8" fill="#ffffff"/>'
    '<path class="edge edge--far" d="M1.5 0V8M4.5 0V8" stroke="#2f7d4f" stroke-width=".9"/>',
    State.DEPENDS: '<rect class="texture texture--ask" width="6" height="8" fill="#e6e1f4"/>'
    '<circle class="leaf-dot" cx="3" cy="4" r="1.5" fill="#7a6bb0"/>',
    State.UNCONFIRMED: '<rect class="texture texture--unconfirmed" width="6" height="8" fill="#f6e4c4"/>'
    '<path class="edge edge--unconfirmed" d="M1.5 1V4M4.5 5V8" stroke="#96651a" stroke-width="1"/>',
    State.NOBODY: f'<rect class="texture texture--nobody" width="6" height="8" fill="{SKY}"/>'
    # Without a gap, for a strip may be lower than a drop is long.
    '<path class="rain hour-rain" d="M-4.5 12L1.5 -4M-1.5 12L4.5 -4M1.5 12L7.5 -4M4.5 12L10.5 -4" fill="none" '
    'stroke="#2c6594" stroke-width="1.1"/>',
}


def shape_id(state: State) -> str:
    return f"leaf-{NAMES[state]}"


def sky(left: float, top: float, wide: float) -> str:
    """The sky behind leaves: where one is missing, it is seen."""
    box = f'x="{left:.1f}" y="{top:g}" width="{wide:.1f}" height="{STRIP}"'
    return f'<rect class="leaf-sky" {box} rx="3" fill="{SKY}"/>'


def definitions() -> str:
    """The shapes under their names, each with a place to be clicked that is as wide as its hour."""
    drawn = (f'<g id="{shape_id(state)}">{_HIT}{shape}</g>' for state, shape in SHAPES.items())
    return f"<defs>{''.join(drawn)}</defs>"


def textures() -> str:
    """The same six as textures that fill a strip."""
    drawn = (f'<pattern id="texture-{NAMES[state]}" {_TILE}>{tile}</pattern>' for state, tile in _TEXTURES.items())
    return f"<defs>{''.join(drawn)}</defs>"


def fill_of(state: State) -> str:
    """What fills a strip of a state: the plain leaf colour where help is there, else its texture."""
    if state is State.COVERED:
        return 'class="texture texture--covered" fill="#2f7d4f"'
    return f'fill="url(#texture-{NAMES[state]})"'
