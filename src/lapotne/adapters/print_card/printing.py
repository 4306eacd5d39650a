"""Sets a card with typst: no network, no fonts of the machine, the same bytes for the same card."""

import json
from dataclasses import asdict
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import segno
import typst

from lapotne.adapters.print_card.card import Card, Size

TEMPLATE = Path(__file__).with_name("card.typ")
ACCESSIBLE = "ua-1"
"""PDF/UA-1: typst refuses to print what a screen reader couldn't tell."""


@lru_cache(maxsize=64)
def pdf(card: Card, size: Size) -> bytes:
    """The card as a tagged PDF; a card that was just printed comes from memory."""
    inputs = {"card": json.dumps(asdict(card)), "size": size.value, "qr": _qr(card.address)}
    return typst.compile(
        TEMPLATE.read_bytes(),
        sys_inputs=inputs,
        ignore_system_fonts=True,
        pdf_standards=[ACCESSIBLE],
        timestamp=0,
    )


def _qr(address: str) -> str:
    """The address as an SVG drawing of a QR code that survives a crease or a stain."""
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
