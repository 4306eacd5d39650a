"""Tells whether a file holds a picture and nothing else, walking through its parts from first to last byte."""

from __future__ import annotations

from collections.abc import Iterator

PNG_START, PNG_CHUNKS, PNG_END = 8, frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}), b"IEND"
WEBP_START, WEBP_CHUNKS = 12, frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
JPEG_START, JPEG_PARTS = 2, frozenset({*range(0xC0, 0xD0), 0xDB, 0xDD})
"""Frames and tables: the picture itself."""
JPEG_END, SCAN = 0xD9, 0xDA
JFIF, LENGTH_OF_JFIF = 0xE0, 16
"""The one note that says nothing of its maker; where it is longer it holds a small picture."""
WITHIN_A_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})


def is_bare(data: bytes, kind: str) -> bool:
    """What can't be walked through isn't; `kind` as Pillow names it."""
    walk = {"JPEG": _is_bare_jpeg, "PNG": _is_bare_png, "WEBP": _is_bare_webp}[kind]
    try:
        return walk(data)
    except IndexError:
        return False


def _is_bare_png(data: bytes) -> bool:
    at, name = PNG_START, b""
    while name != PNG_END and at < len(data):
        name = data[at + 4 : at + 8]
        if name not in PNG_CHUNKS:
            return False
        # Length, name and checksum have four bytes each.
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return name == PNG_END and at == len(data)


def _is_bare_webp(data: bytes) -> bool:
    at = WEBP_START
    while at < len(data):
        if data[at : at + 4] not in WEBP_CHUNKS:
            return False
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return at == len(data) == 8 + int.from_bytes(data[4:8], "little")


def _is_bare_jpeg(data: bytes) -> bool:
    last = 0
    for part, length, at in _parts(data):
        is_plain = part in JPEG_PARTS or part in (SCAN, JPEG_END) or (part == JFIF and length == LENGTH_OF_JFIF)
        if not is_plain:
            return False
        last = at if part == JPEG_END else 0
    return last == len(data)


def _parts(data: bytes) -> Iterator[tuple[int, int, int]]:
    """What each part of a JPEG is, its length, and where it ends; a scan ends at the next mark."""
    at, part = JPEG_START, 0
    while part != JPEG_END:
        if data[at] != 0xFF:  # noqa: PLR2004 -- every mark begins so
            yield 0, 0, at
            return
        part, length = data[at + 1], 0
        at += 2
        if part != JPEG_END:
            length = int.from_bytes(data[at : at + 2], "big")
            at += length
        if part == SCAN:
            at = _end_of_scan(data, at)
        yield part, length, at


def _end_of_scan(data: bytes, at: int) -> int:
    while data[at] != 0xFF or data[at + 1] in WITHIN_A_SCAN:  # noqa: PLR2004 -- every mark begins so
        at = data.find(b"\xff", at + 1)
        if at < 0:
            raise IndexError
    return at
