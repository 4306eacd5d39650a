"""Draws by plain functions: a strategy made anew for each draw would be checked and measured anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st


def number(draw: st.DrawFn, least: int, most: int) -> int:
    """Draw a whole number, both ends included; the simplest is the least."""
    return least + draw(_up_to(most - least))


def chosen[T](draw: st.DrawFn, options: Sequence[T]) -> T:
    """Draw one of them; the simplest is the first, and one named twice comes twice as often."""
    return options[draw(_up_to(len(options) - 1))]


def once_in(draw: st.DrawFn, times: int) -> bool:
    """Draw yes once in so many times; the simplest is no."""
    return draw(_up_to(times - 1)) == times - 1


def some[T](draw: st.DrawFn, options: Sequence[T], most: int) -> list[T]:
    """Draw one to so many of them, none twice."""
    left = list(options)
    return [left.pop(draw(_up_to(len(left) - 1))) for _ in range(number(draw, 1, most))]


@cache
def _up_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)
