"""Why somebody can't act, or only perhaps, in words; and what to ask about it."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words import clock, states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.mechanism.standing import LANGUAGE
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.verdict import Answer, Reason


def reason(found: Reason) -> str:
    """One reason as a short clause."""
    known = KNOWN.get(found.attribute, _attribute)
    return known(found)


def questions(attributes: Iterable[str]) -> list[str]:
    """How to ask the person about attributes."""
    known = reference().attributes
    return [named(known[key].question or known[key].names, key) for key in attributes if key in known]


def _area(_found: Reason) -> str:
    return _("doesn't serve this town")


def _places(found: Reason) -> str:
    if found.answer is Answer.NO:
        return _("has no place for this person")
    return _("nobody said how many places there are")


def _hours(found: Reason) -> str:
    return _("closed then") if found.answer is Answer.NO else _("nobody said whether it is open then")


def _confirmation(found: Reason) -> str:
    if not found.found:
        return _("nobody has ever confirmed it")
    return _("last confirmed on %(day)s, due again since") % {"day": clock.full_day(date.fromisoformat(found.found))}


def _kilometres(found: Reason) -> str:
    if found.answer is Answer.UNKNOWN:
        return _("nobody said where it is")
    if not found.found:
        return _("further than %(most)s km") % {"most": found.required}
    return _("%(far)s km away, more than %(most)s km") % {"far": found.found, "most": found.required}


def _minutes(found: Reason) -> str:
    if found.answer is Answer.UNKNOWN:
        return _("nobody said how soon they respond")
    return _("responds in %(slow)s minutes, %(most)s at most are wanted") % {
        "slow": found.found,
        "most": found.required,
    }


def _mode(found: Reason) -> str:
    return states.mode(Mode(found.found))


def _attribute(found: Reason) -> str:
    attribute = reference().attributes.get(found.attribute)
    words = {
        "attribute": named(attribute.names, found.attribute) if attribute else found.attribute,
        "required": _values(found.attribute, found.required),
        "found": _values(found.attribute, found.found),
    }
    if found.answer is Answer.NO:
        return _("%(attribute)s: only %(required)s") % words
    if found.required:
        return _("depends on “%(attribute)s”: only %(required)s") % words
    return _("nobody said what they require of “%(attribute)s”") % words


def _values(attribute: str, codes: str) -> str:
    """Codes of an attribute by their names; an age stands as it is."""
    if attribute == LANGUAGE:
        return ", ".join(language(code) for code in codes.split(", ") if code)
    known = reference().attributes.get(attribute)
    values = known.values if known else {}
    return ", ".join(named(values.get(code, {}), code) for code in codes.split(", "))


def language(code: str) -> str:
    """`Latvian` for lv."""
    return clock.reader().languages.get(code, code)


KNOWN: dict[str, Callable[[Reason], str]] = {
    "area": _area,
    "places": _places,
    "hours": _hours,
    "confirmation": _confirmation,
    "kilometres": _kilometres,
    "minutes": _minutes,
    "mode": _mode,
}
