"""Habit 8: a file of 300 lines or a function of 30 has a second thing in it."""

from tests.repository.sources import functions, modules, shown

FILE_LINES, FUNCTION_LINES = 300, 30
# This list only shrinks.
LONGER_FUNCTIONS: set[str] = set()


def test_a_file_stays_below_300_lines():
    lines = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path: count for path, count in lines.items() if count > FILE_LINES} == {}


def test_a_function_stays_below_30_lines():
    long = {
        f"{shown(path)}:{function.name}"
        for path in modules()
        for function in functions(path)
        if function.end_lineno - function.lineno + 1 > FUNCTION_LINES
    }
    assert long <= LONGER_FUNCTIONS


def test_the_list_of_longer_functions_only_shrinks():
    known = {f"{shown(path)}:{function.name}" for path in modules() for function in functions(path)}
    assert known >= LONGER_FUNCTIONS, "these are gone: take them off the list"
