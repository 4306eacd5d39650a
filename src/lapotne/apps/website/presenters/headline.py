"""The finding in words: what a reader must know before anything else."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.website.presenters.cards import name
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.words import joined, sentence
from lapotne.domain.mechanism.answering import Answer
from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Fact
from lapotne.domain.mechanism.helping import Helper
from lapotne.domain.mechanism.states import State

SOON = 2
"""Hours; a need that may wait longer isn't spoken of as "at this hour"."""


def headline(answer: Answer, facts: Mapping[str, Fact], reader: Reader) -> str:
    found = answer.help
    if not found.is_asked:
        return _("By what you say, this person doesn't need this")
    if answer.meeting_now:
        return _can_now(found.need.key, answer.meeting_now[0], reader)
    if not found.is_gap and answer.meeting_next:
        return sentence(
            _("{who} can help from {time}"),
            who=name(answer.meeting_next.offer, reader),
            time=reader.clock.at(answer.meeting_next.opens_at or 0),
        )
    return _gap(answer, facts, reader)


def whom(facts: Mapping[str, Fact]) -> str:
    """For whom, as a part of a sentence; empty where nothing is known."""
    sex, grown = str(facts.get("sex", "")), _grown(facts.get("age"))
    if facts.get("children_along") == "yes" and grown == "adult":
        return _("for a parent with children")
    return {
        ("male", "adult"): _("for a man"),
        ("female", "adult"): _("for a woman"),
        ("male", "child"): _("for a boy"),
        ("female", "child"): _("for a girl"),
        ("male", ""): _("for a man or a boy"),
        ("female", ""): _("for a woman or a girl"),
    }.get((sex, grown), {"child": _("for a child"), "adult": _("for an adult")}.get(grown, ""))


def _grown(age: Fact | None) -> str:
    if not isinstance(age, AgeRange):
        return ""
    return next((word for word, ages in (("child", CHILD), ("adult", ADULT)) if ages.contains(age)), "")


def _can_now(need: str, helper: Helper, reader: Reader) -> str:
    said = {
        "bed": _("{who} has a bed now"),
        "decide": _("{who} can decide now"),
        "receive_report": _("{who} takes the report now"),
        "advice_talk": _("{who} listens now"),
        "interpreter": _("{who} can interpret now"),
        "safety": _("{who} can protect now"),
    }.get(need, _("{who} can help now"))
    return sentence(said, who=name(helper.offer, reader))


def _gap(answer: Answer, facts: Mapping[str, Fact], reader: Reader) -> str:
    found = answer.help
    first = found.now[0] if found.now else None
    if found.state is State.NOBODY:
        return _nobody(answer, facts)
    if found.state is State.BY_PHONE and first:
        return sentence(_("{who} can help by phone or on call only"), who=name(first.offer, reader))
    if found.state is State.TOO_FAR:
        return _("There is help, but too far or too slow")
    if found.state is State.DEPENDS:
        return _("It depends on the person") if found.ask else _("It depends on what they answer")
    return _("Somebody may be able to help, but nobody has confirmed it")


def _nobody(answer: Answer, facts: Mapping[str, Fact]) -> str:
    need, person = answer.help.need, whom(facts)
    if need.key == "bed" and person:
        return _("Nobody here has a bed {whom} at this hour").format(whom=person)
    if need.within_hours > SOON:
        said = ngettext(
            "Nobody here can help within {hours} hour", "Nobody here can help within {hours} hours", need.within_hours
        )
        return said.format(hours=need.within_hours)
    return {
        "bed": _("Nobody here has a bed at this hour"),
        "decide": _("Nobody here can decide at this hour"),
        "receive_report": _("Nobody here takes a report at this hour"),
        "advice_talk": _("Nobody here listens at this hour"),
        "interpreter": _("Nobody here can interpret at this hour"),
        "safety": _("Nobody here can protect at this hour"),
    }.get(need.key, _("Nobody here can help at this hour"))


def lead(answer: Answer, reader: Reader) -> str:
    """What comes next: when somebody opens, and who can act until then."""
    if not answer.help.is_asked or answer.meeting_now:
        return ""
    if answer.help.state is State.DEPENDS and answer.help.ask:
        return _("Say what you know about the person, or call and ask.")
    following = answer.meeting_next
    parts = []
    if following and answer.help.is_gap:
        said = _("{who} can help from {time}.")
        parts.append(sentence(said, who=name(following.offer, reader), time=reader.clock.at(following.opens_at or 0)))
    elif not following and not answer.help.now:
        parts.append(_("Nobody is known to open within the next two weeks."))
    elif not answer.help.is_gap:
        need = answer.help.need
        said = ngettext(
            "This can wait {hours} hour at most.", "This can wait {hours} hours at most.", need.within_hours
        )
        parts.append(said.format(hours=need.within_hours))
    if answer.help.now or answer.instead:
        parts.append(_what_now(answer, following))
    return joined(" ", parts)


def _what_now(answer: Answer, following: Helper | None) -> str:
    if answer.help.state is State.UNCONFIRMED:
        return _("Call before you send anybody there.")
    return _("Until then, this is who can act.") if following else _("This is who can act now.")
