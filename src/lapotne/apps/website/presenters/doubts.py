"""What stands in the way of somebody's help, a sentence each: too far, not confirmed, or something to ask."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.adapters.days import full_day
from lapotne.apps.website.presenters.reader import AGES, Reader
from lapotne.apps.website.presenters.words import joined, sentence
from lapotne.domain.mechanism.helping import Helper
from lapotne.domain.mechanism.standing import LANGUAGE
from lapotne.domain.verdict import Answer, Reason

FEW_VALUES = 3
UNSAID = {
    "hours": gettext_lazy("at which hours"),
    "kilometres": gettext_lazy("how far away"),
    "minutes": gettext_lazy("how soon they answer"),
    LANGUAGE: gettext_lazy("which languages they speak"),
    "places": gettext_lazy("whether a place is free"),
}


def of(helper: Helper, reader: Reader) -> Iterator[str]:
    """The doubts about a helper: what is too far or too old, then what to ask them, then about the person."""
    for reason in helper.standing.reasons:
        if told := _told(reason, helper, reader):
            yield told
    unknown = {reason.attribute for reason in helper.standing.reasons if reason.answer is Answer.UNKNOWN}
    unknown = {*unknown - set(helper.standing.ask), *helper.standing.ask_offer}
    unsaid = [str(words) for key, words in UNSAID.items() if key in unknown]
    silent = [key for key in reader.reference.attributes if key in helper.standing.ask_offer and key not in UNSAID]
    if unsaid:
        yield _("Nobody has told us: {what}.").format(what=", ".join(unsaid))
    if silent:
        yield sentence(_("Ask them whom they take: {what}."), what=_listed(map(reader.attribute, silent)))
    if helper.standing.ask:
        yield sentence(_("It depends on the person: {what}."), what=_conditions(helper, reader))


def _told(reason: Reason, helper: Helper, reader: Reader) -> str:
    match reason:
        case Reason("confirmation", Answer.UNKNOWN) if helper.availability.confirmation:
            day = full_day(helper.availability.confirmation.on, reader.language)
            return _("Last confirmed on {day}: too long ago to be sure.").format(day=day)
        case Reason("kilometres", Answer.NO, most, ""):
            return _("Too far: beyond {most} km.").format(most=most)
        case Reason("kilometres", Answer.NO, most, found):
            return _("Too far: {found} km; at most {most} km would do.").format(found=found, most=most)
        case Reason("minutes", Answer.NO, most, found):
            said = _("Too slow: they answer within {found} minutes; at most {most} would do.")
            return said.format(found=found, most=most)
    return ""


def _conditions(helper: Helper, reader: Reader) -> str:
    """What they ask of the person: sex – female; age – under 18; a long list of values is left out."""
    told: dict[str, list[str]] = {key: [] for key in helper.standing.ask}
    for reason in helper.standing.reasons:
        if reason.attribute in told and reason.required:
            told[reason.attribute] += [value for value in _values(reason) if value not in told[reason.attribute]]
    return joined("; ", [_condition(key, values, reader) for key, values in told.items()])


def _condition(key: str, values: list[str], reader: Reader) -> str:
    attribute = reader.attribute(key)
    if not values or len(values) > FEW_VALUES:
        return sentence("{attribute}", attribute=attribute)
    named = _listed(reader.value(key, value) for value in values)
    return sentence("{attribute} – {values}", attribute=attribute, values=named)


def _values(reason: Reason) -> list[str]:
    return [AGES.get(value, value) for value in reason.required.split(", ")]


def _listed(words: Iterable[object]) -> str:
    return joined(", ", words)
