"""Pictures lose what was written beside their pixels, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from lapotne.adapters.pictures import UnreadablePictureError, bared, making

HOME = "56.51 N 21.01 E"
KINDS = ("JPEG", "PNG", "WEBP")


def picture(kind: str, **more: object) -> bytes:
    written = BytesIO()
    Image.effect_noise((40, 20), 60).convert("RGB").save(written, kind, **more)
    return written.getvalue()


def exif() -> Image.Exif:
    """As a camera writes it: where it was, and that it was held on its side."""
    about = Image.Exif()
    about[0x010E], about[0x0112] = HOME, 6
    about.get_ifd(0x8825)[29] = HOME
    return about


def noted(kind: str) -> dict[str, bytes]:
    """The same picture with each note that its format can hold."""
    bare = picture(kind)
    with_exif = picture(kind, exif=exif())
    found = {"exif": with_exif, "behind the end": bare + HOME.encode()}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", HOME)
        found["text"] = picture(kind, pnginfo=text)
    if kind == "JPEG":
        found["comment"] = picture(kind, comment=HOME.encode())
        found["small picture"] = bare[:4] + b"\x00\x20" + bare[6:20] + HOME.encode() + b" " + bare[20:]
    if kind == "WEBP":
        found["xmp"] = picture(kind, xmp=HOME.encode())
    return found


NOTED = [(kind, name) for kind in KINDS for name in noted(kind)]


@pytest.mark.parametrize(("kind", "name"), NOTED)
def test_what_was_written_beside_the_pixels_is_gone(kind, name):
    given = noted(kind)[name]
    assert HOME.encode() in given
    kept = bared(given)
    assert HOME.encode() not in kept
    assert Image.open(BytesIO(kept)).format == kind
    assert not Image.open(BytesIO(kept)).getexif()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"lossless": True}])
def test_a_picture_and_nothing_else_keeps_its_very_bytes(kind, more):
    given = picture(kind, **more)
    assert bared(given) == given


@pytest.mark.parametrize("kind", KINDS)
def test_made_anew_it_is_bare(kind):
    made = making.made_anew(picture(kind, exif=exif()))
    assert bared(made) == made
    assert Image.open(BytesIO(made)).size == (20, 40), "upright"


def test_a_picture_with_a_hole_in_it_keeps_its_very_bytes():
    written = BytesIO()
    Image.new("RGBA", (8, 8), (0, 99, 0, 50)).save(written, "WEBP")
    assert bared(written.getvalue()) == written.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture("PNG")[:60], picture("GIF")]
)
def test_what_can_t_be_read_is_refused(data):
    with pytest.raises(UnreadablePictureError, match="can't be read as JPEG, PNG or WebP"):
        bared(data)


def test_what_is_too_large_to_open_is_refused(monkeypatch):
    monkeypatch.setattr(making, "MOST_PIXELS", 799)
    with pytest.raises(UnreadablePictureError, match="more than 799 pixels"):
        bared(picture("PNG"))
