"""Names beside rows, headings, and the frame around a picture, as SVG text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from lapotne.adapters.canopy_picture.shapes import INK, MUTED
from lapotne.adapters.canopy_picture.sheet import EM, LEFT, PITCH, Place, Title, places

LETTER, LINE, GAP = 7.4, 12.5, 12
"""The width of a letter, from line to line, and between a name and its row."""
ROOM_OF_SMALLER_LETTERS = 4
FONT = "font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif\""


def attribute(value: str) -> str:
    """A quoted attribute value; `escape` alone leaves quotes as they are."""
    return quoteattr(value)


def em(pixels: float) -> str:
    """A length that grows with the letters around the picture."""
    return f"{pixels / EM:.4g}em"


def text(x: float, y: float, words: str, look: str = "") -> str:
    # On the root a size of letters would change what an em of the page is.
    size = "" if "font-size" in look else ' font-size="14"'
    return f'<text x="{x:.4g}" y="{y:.4g}"{size}{f" {look}" if look else ""}>{escape(words)}</text>'


def opening(width: float, height: float, look: str, *, is_file: bool = False) -> str:
    """The root of a picture: in a page sized by its letters, as a file in pixels and on white."""
    size = (f"{width:.0f}", f"{height:.0f}") if is_file else (em(width), em(height))
    paper = f'<rect width="{width:.1f}" height="{height:.1f}" fill="#ffffff"/>' if is_file else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}" width="{size[0]}" '
        f'height="{size[1]}" {FONT} fill="{INK}" {look}>{paper}'
    )


def titled(title: Title) -> str:
    """Title and description, by whose ids the root is labelled."""
    return (
        f'<title id="canopy-title">{escape(title.title)}</title>'
        f'<desc id="canopy-description">{escape(title.description)}</desc>'
    )


def labels(groups: Sequence[tuple[str, str]], wide: float = LEFT) -> Iterator[str]:
    """The names of needs, right beside their rows, and the headings of groups."""
    for place in places(groups):
        if place.row is None:
            look = f'class="group-name" font-size="13" font-weight="600" fill="{MUTED}"'
            yield text(0, place.top + 20, place.text, look)
        else:
            yield from _label(place, wide)


def _label(place: Place, wide: float) -> Iterator[str]:
    lines = wrapped(place.text, int((wide - GAP) / LETTER))
    size = 'font-size="14"' if len(lines) == 1 and wide == LEFT else 'font-size="12.5"'
    first = place.top + PITCH / 2 + (5 if len(lines) == 1 else -1.5)
    for number, line in enumerate(lines):
        yield text(wide - GAP, first + number * LINE, line, f'text-anchor="end" {size}')


def wrapped(words: str, letters: int) -> list[str]:
    """One line, or two that share the words, each cut where even that is too much."""
    if len(words) <= letters:
        return [words]
    cuts = [at for at, letter in enumerate(words) if letter == " "] or [letters]
    cut = min(cuts, key=lambda at: abs(at - len(words) / 2))
    room = letters + ROOM_OF_SMALLER_LETTERS
    return [_cut(line, room) for line in (words[:cut], words[cut:].strip())]


def _cut(line: str, room: int) -> str:
    return line if len(line) <= room else f"{line[: room - 1]}…"
