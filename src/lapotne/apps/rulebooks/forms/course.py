"""The first day of a course and which course it is."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from django.utils.datastructures import MultiValueDict

from lapotne.apps.rulebooks.forms.days import day_of
from lapotne.domain.entitlements.rulebook import Entitlement

OF, START, AS = "of", "start", "as"


class Format(StrEnum):
    """How a timeline is wanted."""

    PAGE = "page"
    CALENDAR = "calendar"
    PICTURE = "picture"


def course_of(data: MultiValueDict[str, str], courses: Mapping[str, Entitlement]) -> Entitlement:
    """The course named, else the first."""
    return courses.get(data.get(OF, "")) or next(iter(courses.values()))


def start_of(data: MultiValueDict[str, str]) -> date:
    """The first day; DayError where it can't be read."""
    return day_of(data.get(START, ""))


def format_of(data: MultiValueDict[str, str]) -> Format:
    wanted = data.get(AS, "")
    return Format(wanted) if wanted in list(Format) else Format.PAGE
