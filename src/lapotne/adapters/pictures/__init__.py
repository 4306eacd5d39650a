"""Pictures from outside lose what a camera or a program wrote beside their pixels: it tells where somebody was."""

from lapotne.adapters.pictures.making import MOST_BYTES, UnreadablePictureError, bared, is_alone, made_anew

__all__ = ["MOST_BYTES", "UnreadablePictureError", "bared", "is_alone", "made_anew"]
