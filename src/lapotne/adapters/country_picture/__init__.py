"""A country as a map of leaves: one for each municipality, standing where its seat lies, as SVG."""

from lapotne.adapters.country_picture.drawing import draw, sample
from lapotne.adapters.country_picture.leaves import MapLeaf, Sheet

__all__ = ["MapLeaf", "Sheet", "draw", "sample"]
