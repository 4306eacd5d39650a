"""The words between the words in English."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

ENGLISH = Phrases(
    all_of="all of these",
    any_of="at least one of these",
    or_=" or ",
    and_=", and ",
    not_="not: {}",
    open_question="open question: {}",
    at_least="{} is at least {}",
    below="{} is below {}",
    before="{} before {}",
    after="{} after {}",
    within="{}: no longer ago than {}",
    not_within="{}: longer ago than {}",
    quoted="“{}”",
    bounds={"at_least": "at least {}", "at_most": "up to {}", "exactly": "{}"},
    units={
        "day": ("day", "days", "days"),
        "week": ("week", "weeks", "weeks"),
        "month": ("month", "months", "months"),
        "year": ("year", "years", "years"),
        "hour": ("hour", "hours", "hours"),
        "consultation": ("consultation", "consultations", "consultations"),
        "person": ("person", "people", "people"),
        "euro": ("euro", "euros", "euros"),
    },
    every={"day": "a day", "week": "a week", "month": "a month", "year": "a year"},
    bases={
        Basis.IN_FORCE: "in force since {}",
        Basis.STATED: "last stated {}",
        Basis.ADOPTED: "adopted {}",
        Basis.UNDATED: "in a source without a date, read by {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "No source says what held on this day.",
        "which_version": "The sources don't say which of these rules held on this day, and they differ.",
        "how_to_count": "The source doesn't say how the time is counted.",
        "given_again": "No source says whether it is given again, or made longer, once its time has run out.",
        "as_read_later": "On its first day no source gave the length yet; this is the one read later.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
    month=lambda day: f"{_MONTHS[day.month - 1]} {day.year}",
)
