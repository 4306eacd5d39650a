"""Answers packed for the wire, in the best packing that a browser says it takes (RFC 9110, section 12.5.3)."""

import gzip

import brotli

PACKINGS = ("br", "gzip")
"""Best first."""


def taken(accepted: str) -> str:
    """The best packing that an `Accept-Encoding` header takes; empty where it takes none."""
    refused, named = set(), set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        # q=0 says that the browser can't read it.
        is_refused = weight.strip().removeprefix("q=").strip("0.") == "" and weight.strip() != ""
        (refused if is_refused else named).add(name.strip())
    if "*" in named:
        named |= set(PACKINGS) - refused
    return next((name for name in PACKINGS if name in named), "")


def pack(packing: str, body: bytes, quality: int) -> bytes:
    """The body in one of `PACKINGS`; the same bytes for the same body."""
    if packing == "br":
        return brotli.compress(body, quality=quality)
    return gzip.compress(body, quality, mtime=0)


def unpacked(body: bytes) -> bytes:
    """What was packed by gzip."""
    return gzip.decompress(body)
