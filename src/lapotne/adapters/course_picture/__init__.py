"""A course in time as a picture: what runs when, with every possible day on which it begins or ends."""

from lapotne.adapters.course_picture.drawing import picture
from lapotne.adapters.course_picture.sheet import Bar, Days, Mark, Sheet

__all__ = ["Bar", "Days", "Mark", "Sheet", "picture"]
