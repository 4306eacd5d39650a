"""Sets a page of the law with typst: no network, no fonts of the machine, the same bytes for the same page."""

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import typst

from lapotne.adapters.law_pdf.sheet import Sheet

TEMPLATE = Path(__file__).with_name("sheet.typ")
ACCESSIBLE = "ua-1"
"""PDF/UA-1: typst refuses to print what a screen reader couldn't tell."""


@lru_cache(maxsize=32)
def pdf(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF; one that was just printed comes from memory."""
    return typst.compile(
        TEMPLATE.read_bytes(),
        sys_inputs={"sheet": json.dumps(asdict(sheet))},
        ignore_system_fonts=True,
        pdf_standards=[ACCESSIBLE],
        timestamp=0,
    )
