"""A value of a document in plain words, for comparing versions."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.editing import problems
from lapotne.apps.mechanism.presenters.words import clock
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.reference import reference

ISO_LENGTH = 10


def said(value: object) -> str:
    """`Hours: Mo-Fr 08:00-17:00; How: in person` for a mapping, its parts one after another for a list."""
    if value is None:
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, list):
        parts = [said(part) for part in value]
        return (" · " if any(isinstance(part, Mapping) for part in value) else ", ").join(parts)
    return _word(str(value))


def _mapping(value: Mapping) -> str:
    if all(isinstance(part, str) and len(key) <= len("zh-Hant") for key, part in value.items()):
        return " / ".join(value.values()) if set(value) <= set(clock.reader().languages) else _pairs(value)
    return _pairs(value)


def _pairs(value: Mapping) -> str:
    labels = {key: str(problems.LABELS.get(key) or key) for key in value}
    return "; ".join(f"{labels[key]}: {said(part)}" for key, part in value.items())


def _word(text: str) -> str:
    known = reference()
    word = known.needs.get(text) or known.institution_types.get(text)
    if word:
        return named(word.names, text)
    return _day(text) or text


def _day(text: str) -> str:
    if len(text) != ISO_LENGTH:
        return ""
    try:
        return clock.full_day(date.fromisoformat(text))
    except ValueError:
        return ""
