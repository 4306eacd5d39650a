"""A course as a picture and as a calendar."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

from icalendar import Calendar

from lapotne.adapters.course_calendar import Entry, course_calendar
from lapotne.adapters.course_picture import Bar, Days, Mark, Sheet, picture

START, SOON, LATE = date(2026, 12, 1), date(2027, 5, 29), date(2027, 5, 30)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: Bar, width: int = 760, today: Mark | None = None):
    sheet = Sheet("course", "A <course>", "What & when", bars, (Mark(date(2027, 1, 1), "Jan 2027"),), today)
    return ElementTree.fromstring(picture(sheet, width, is_file=True))  # noqa: S314 (our own drawing)


def classes(picture) -> list[str]:
    return [one.get("class") for one in picture.iter() if one.get("class")]


def test_a_certain_end_is_one_full_bar():
    shown = classes(drawn(Bar("Course", "180 days", Days(START, START), Days(SOON, SOON))))
    assert shown.count("course-run") == 1
    assert "course-doubt" not in shown


def test_both_possible_ends_are_drawn_wide_enough_to_be_seen():
    found = drawn(Bar("Course", "180 days", Days(START, START), Days(SOON, LATE)))
    (doubt,) = [one for one in found.iter(f"{SVG}rect") if one.get("class") == "course-doubt"]
    assert float(doubt.get("width")) >= 6


def test_an_end_that_nobody_states_stays_open():
    shown = classes(drawn(Bar("Aftercare", "", Days(SOON, LATE), None), Bar("x", "", Days(START, START), None)))
    assert "course-open" in shown
    assert "course-run" not in shown


def test_long_names_break_on_a_narrow_picture_and_nothing_leaves_it():
    name = "Support in criminal proceedings for the victim or witness and the family"
    found = drawn(Bar(name, "", Days(START, START), Days(SOON, LATE), (SOON,)), width=340)
    texts = [one.text for one in found.iter(f"{SVG}text")]
    assert name not in texts
    assert name in " ".join(texts)
    assert all(float(one.get("x")) <= 340 for one in found.iter(f"{SVG}rect") if one.get("x"))


def test_today_is_marked_only_inside_the_course():
    bar = Bar("Course", "", Days(START, START), Days(SOON, SOON))
    assert "course-today" in classes(drawn(bar, today=Mark(date(2027, 2, 1), "today")))
    assert "course-today" not in classes(drawn(bar, today=Mark(date(2026, 2, 1), "today")))


def test_a_course_of_a_single_day_can_be_drawn():
    assert drawn(Bar("Course", "", Days(START, START), Days(START, START))) is not None


def test_a_calendar_has_whole_days_and_the_same_identifier_when_it_is_written_again():
    entry = Entry("lv/course/ends", SOON, "Course: last day", "No source says how to count.")
    made = [course_calendar([entry], at=datetime(2026, 11, day, tzinfo=UTC)) for day in (24, 25)]
    first, second = (Calendar.from_ical(one).walk("VEVENT")[0] for one in made)
    assert (first["dtstart"].dt, first["dtend"].dt) == (SOON, LATE)
    assert first["uid"] == second["uid"]
