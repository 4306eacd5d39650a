"""A number as a hidden field carries it: whatever else was sent in its place is no number."""

MOST_DIGITS = 9


def number_in(written: object) -> int | None:
    """The whole number written, or None; `²` and a thousand digits are none either."""
    said = "" if written is None else str(written)
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS else None
