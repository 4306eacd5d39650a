"""Opens pictures, and makes them anew from their pixels.

What readers get is made from what is kept, and the tool that makes it would carry a camera's notes over.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

from lapotne.adapters.pictures.bare import is_bare

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
MOST_BYTES = 10 * 1024 * 1024
QUALITY = 90


class UnreadablePictureError(ValueError):
    """Not a JPEG, PNG or WebP picture, or one too large to open."""


def opened(data: bytes) -> Image.Image:
    """The picture, with its pixels read."""
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
        if picture.width * picture.height <= MOST_PIXELS:
            picture.load()
            return picture
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        message = "This can't be read as JPEG, PNG or WebP."
        raise UnreadablePictureError(message) from error
    message = f"This picture has more than {MOST_PIXELS} pixels."
    raise UnreadablePictureError(message)


def made_anew(data: bytes) -> bytes:
    """The same picture as its pixels alone, upright, in the same format."""
    picture = opened(data)
    kind = str(picture.format)
    bare = ImageOps.exif_transpose(picture).convert("RGB" if kind == "JPEG" else "RGBA")
    # A copy of the pixels alone: what the file said beside them isn't carried over.
    clean = Image.frombytes(bare.mode, bare.size, bare.tobytes())
    written = BytesIO()
    clean.save(written, kind, quality=QUALITY)
    return written.getvalue()


def is_alone(data: bytes) -> bool:
    """Whether a file holds its picture and nothing beside it."""
    return is_bare(data, str(opened(data).format))


def bared(data: bytes) -> bytes:
    """The very bytes where they hold a picture and nothing else, so that it loses nothing by and by; else made anew."""
    return data if is_alone(data) else made_anew(data)
