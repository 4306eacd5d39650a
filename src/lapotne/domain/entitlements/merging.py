"""Several rules that may stand on one day as one answer: what they agree on, else unknown."""

from __future__ import annotations

from collections.abc import Sequence

from lapotne.domain.entitlements.conditions import Judged
from lapotne.domain.verdict import Answer

GAP = "no_source_for_the_day"
WHICH = "which_version"
"""Questions of law that arise from the days of the sources rather than from a rule."""


def merge(judged: Sequence[Judged], *, gap: bool) -> Judged:
    """The answer of all rules that may stand; `gap` says that perhaps none of them does."""
    if gap or not judged:
        return Judged(Answer.UNKNOWN, questions=(GAP,))
    if len(judged) == 1:
        return judged[0]
    answers = {one.answer for one in judged}
    grounds = tuple(dict.fromkeys(ground for one in judged for ground in one.grounds))
    if {Answer.YES, Answer.NO} <= answers:
        return Judged(Answer.UNKNOWN, grounds, questions=(WHICH,))
    if Answer.UNKNOWN not in answers:
        return Judged(answers.pop(), grounds)
    ask = dict.fromkeys(fact for one in judged for fact in one.ask)
    questions = dict.fromkeys(question for one in judged for question in one.questions)
    return Judged(Answer.UNKNOWN, grounds, tuple(ask), tuple(questions))
