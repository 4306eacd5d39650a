"""The canopy as a picture: words and states in, SVG text out, for a page, a file and the terminal alike."""

from lapotne.adapters.canopy_picture.legend import LegendEntry, leaf_svg
from lapotne.adapters.canopy_picture.sheet import Day, Hour, Now, Row, Title
from lapotne.adapters.canopy_picture.week import labels_svg, picture_svg
from lapotne.adapters.canopy_picture.year import Strip, YearDay, year_svg

__all__ = [
    "Day",
    "Hour",
    "LegendEntry",
    "Now",
    "Row",
    "Strip",
    "Title",
    "YearDay",
    "labels_svg",
    "leaf_svg",
    "picture_svg",
    "year_svg",
]
