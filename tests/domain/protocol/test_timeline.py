"""Best and worst over time, against a plain walk through every minute."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import Span
from lapotne.domain.protocol.timeline import Stretch, best_over, cut_to, unmet, worst_over

START, END = 10, 40


@st.composite
def stretches(draw):
    found = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, 45))
        state = draw(st.sampled_from(State))
        is_met = draw(st.booleans()) if state is State.BY_PHONE else state is State.COVERED
        found.append(Stretch(start, start + draw(st.integers(1, 20)), state, is_met))
    return found


def worth_at(timeline, minute):
    return max((one.worth for one in timeline if one.start <= minute < one.end), default=(False, State.NOBODY))


@given(stretches())
def test_the_best_at_every_minute_and_neighbours_differ(given_stretches):
    found = best_over(given_stretches, START, END)
    assert (found[0].start, found[-1].end) == (START, END)
    assert all(one.end == other.start and one.worth != other.worth for one, other in pairwise(found))
    for minute in range(START, END):
        assert worth_at(found, minute) == worth_at(given_stretches, minute)


@given(st.lists(stretches(), min_size=1, max_size=3))
def test_the_worst_of_several_at_every_minute(lines):
    timelines = [best_over(line, START, END) for line in lines]
    found = worst_over(timelines)
    for minute in range(START, END):
        assert worth_at(found, minute) == min(worth_at(timeline, minute) for timeline in timelines)


@given(stretches())
def test_gaps_are_maximal(given_stretches):
    timeline = best_over(given_stretches, START, END)
    gaps = [(run[0].start, run[-1].end) for run in unmet(timeline)]
    minutes = {minute for start, end in gaps for minute in range(start, end)}
    assert minutes == {minute for minute in range(START, END) if not worth_at(timeline, minute)[0]}
    assert all(one[1] < other[0] for one, other in pairwise(gaps))


@given(stretches(), st.sets(st.integers(START, END), max_size=6))
def test_cutting_keeps_what_lies_inside(given_stretches, edges):
    timeline = best_over(given_stretches, START, END)
    spans = [Span(left, right) for left, right in pairwise(sorted(edges))][::2]
    found = cut_to(timeline, spans)
    inside = {minute for span in spans for minute in range(span.start, span.end)}
    assert {minute for one in found for minute in range(one.start, one.end)} == inside
    assert all(worth_at(found, minute) == worth_at(timeline, minute) for minute in inside)


def test_no_timeline_at_all_is_nothing():
    assert worst_over([]) == []
