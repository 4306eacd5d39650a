"""Where somebody stands in the guided way: what was answered, what is asked again, and which help it is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from lapotne.apps.rulebooks.forms.days import day_of
from lapotne.apps.rulebooks.forms.facts import Definitions, answers_of, written_of
from lapotne.apps.rulebooks.models import SAID, Answers, Step

ASKED, BACK, CHANGE, ONLY, DAY = "asked", "back", "change", "only", "on"


def step_of(definitions: Definitions, data: MultiValueDict[str, str], kinds: Mapping[str, object], today: date) -> Step:
    """The step that a posted form asks for; DayError where its day can't be read."""
    only = tuple(kind for kind in data.getlist(ONLY) if kind in kinds)
    day, asked = day_of(data[DAY]) if data.get(DAY) else today, data.get(ASKED, "")
    step = Step(answers_of(definitions, data), only, day)
    if data.get(CHANGE) in definitions:
        return _again(step, definitions, data, data[CHANGE])
    if BACK in data:
        return _back(step, definitions, _without(data, asked))
    if asked in step.answers.errors:
        return replace(_again(step, definitions, data, asked), error=step.answers.errors[asked])
    if asked in definitions and asked not in step.answers.written:
        return replace(step, again=asked, error=_("Choose an answer, or “I don't know”."))
    return step


def _again(step: Step, definitions: Definitions, data: MultiValueDict[str, str], key: str) -> Step:
    answers = answers_of(definitions, data, leave_out=key)
    return replace(step, answers=answers, again=key, kept=written_of(data, key))


def _back(step: Step, definitions: Definitions, data: MultiValueDict[str, str]) -> Step:
    before = list(answers_of(definitions, data).written)
    return _again(step, definitions, data, before[-1]) if before else replace(step, answers=Answers(), left=True)


def _without(data: MultiValueDict[str, str], key: str) -> MultiValueDict[str, str]:
    kept = MultiValueDict(data)
    for name in (key, f"{key}{SAID}"):
        kept.pop(name, None)
    return kept
