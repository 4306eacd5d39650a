"""What somebody says of a person, answer by answer; “I don't know” is an answer, an empty one is none."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from lapotne.apps.rulebooks.forms.days import DayError, day_of
from lapotne.apps.rulebooks.models import NO, ON, SAID, UNKNOWN, YES, Answers, Written
from lapotne.domain.entitlements.facts import NEVER, SOMETIME, Fact, FactDefinition, FactError, FactKind
from lapotne.domain.mechanism.conditions import AgeRange

OLDEST = 120

type Definitions = Mapping[str, FactDefinition]


def answers_of(definitions: Definitions, data: MultiValueDict[str, str], leave_out: str = "") -> Answers:
    """Every answer among the fields of a form; what can't be read is an error and counts as not said."""
    keys = dict.fromkeys(name.removesuffix(SAID) for name in data)
    written = {key: written_of(data, key) for key in keys if key in definitions and key != leave_out}
    written = {key: one for key, one in written.items() if one.choice or one.said}
    facts: dict[str, Fact] = {}
    errors: dict[str, str] = {}
    for key, one in written.items():
        try:
            found = fact_of(definitions[key], one)
        except (FactError, DayError) as error:
            errors[key] = str(error)
        else:
            facts |= {} if found is None else {key: found}
    not_known = tuple(key for key in written if key not in facts and key not in errors)
    return Answers(facts, not_known, written, errors)


def written_of(data: MultiValueDict[str, str], key: str) -> Written:
    return Written(data.get(key, "").strip(), data.get(f"{key}{SAID}", "").strip())


def fact_of(definition: FactDefinition, written: Written) -> Fact | None:
    """The fact that an answer means, None for “I don't know”; FactError or DayError where it means nothing."""
    read = _READERS.get(definition.kind)
    if written.choice == UNKNOWN and not (read and written.said):
        return None
    if read and written.said:
        return read(written.said)
    if definition.kind is FactKind.YES_NO and written.choice in (YES, NO):
        return written.choice == YES
    if definition.kind is FactKind.DATE and written.choice in (NEVER, SOMETIME):
        return written.choice
    value = definition.values.get(written.choice)
    if value is None:
        raise FactError(_no_choice(definition, written))
    return (value.ages or AgeRange()) if definition.kind is FactKind.AGE else written.choice


def _no_choice(definition: FactDefinition, written: Written) -> str:
    if definition.kind is FactKind.DATE and written.choice == ON:
        return _("Write the day, or choose that the day isn't known.")
    return _("Choose one of the answers listed, or “I don't know”.")


def _day(said: str) -> date:
    return day_of(said)


def _years(said: str) -> AgeRange:
    if not said.isdecimal() or int(said) > OLDEST:
        raise FactError(_("Write the age in whole years, from 0 to 120, or leave it empty."))
    return AgeRange(int(said), int(said) + 1)


def _number(said: str) -> int:
    if not said.isdecimal():
        raise FactError(_("Write a whole number, or choose “I don't know”."))
    return int(said)


_READERS: Mapping[FactKind, Callable[[str], Fact]] = {
    FactKind.DATE: _day,
    FactKind.AGE: _years,
    FactKind.NUMBER: _number,
}
