"""A course as a calendar that any program can read."""

from lapotne.adapters.course_calendar.writing import Entry, course_calendar

__all__ = ["Entry", "course_calendar"]
