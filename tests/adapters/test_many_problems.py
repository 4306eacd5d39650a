"""A text in which everything is wrong is told of as soon as one in which little is, and not without end."""

from time import process_time

import pytest

from lapotne.adapters.checked_text import MOST_PROBLEMS, read_checked
from lapotne.adapters.problems import Fault, Severity

WRONG, MANY = "wrong", 20_000
SECONDS = 5
"""Looking each line up anew took minutes."""

TEXTS = {
    "entries": "\n".join(f"k{number}: 1" for number in range(MANY)),
    "the same key": "{" + "k: 1, " * MANY + "}",
}


def everything_is_wrong(raw):
    return (Fault((key,), WRONG, "Mend it.") for key in raw for _twice in range(2))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_of_many_problems_is_read_soon_and_told_up_to_a_limit(text):
    began = process_time()
    found = read_checked(text, "file.yaml", everything_is_wrong)
    assert process_time() - began < SECONDS
    assert len(found.problems) == MOST_PROBLEMS + 1
    assert found.problems[-1].message == "More is wrong than is listed here."
    assert all(problem.is_error for problem in found.problems)


def test_warnings_never_push_errors_out():
    def one_error_last(raw):
        yield from (Fault((key,), "perhaps", "Look.", Severity.WARNING) for key in raw)
        yield Fault(("k1",), WRONG, "Mend it.")

    found = read_checked(TEXTS["entries"], "file.yaml", one_error_last)
    assert len(found.problems) == MANY + 1
    assert [problem.message for problem in found.problems if problem.is_error] == [WRONG]


def test_a_key_that_stands_twice_is_located_where_it_counts():
    text = "a: {b: 1}\na: {b: 2}\n"
    found = read_checked(text, "file.yaml", lambda _raw: iter([Fault(("a", "b"), WRONG, "Mend it.")]))
    assert [(problem.line, problem.message[:17]) for problem in found.problems] == [
        (2, "The key `a` stand"),
        (2, WRONG),
    ]
