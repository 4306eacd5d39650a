"""A town's print card in words: whom to call for what, by day, by night, on Sundays and holidays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.adapters.days import full_day
from lapotne.adapters.print_card import Card, Entry, Row, Size
from lapotne.apps.website.presenters.cards import name
from lapotne.apps.website.presenters.contacts import ways
from lapotne.apps.website.presenters.reader import Reader, language_name, sorted_languages
from lapotne.domain.mechanism.conditions import ADULT, CHILD
from lapotne.domain.mechanism.day_and_night import OnHand, Part
from lapotne.domain.mechanism.helping import Helper
from lapotne.domain.mechanism.needs import Names, Profile
from lapotne.domain.mechanism.standing import LANGUAGE
from lapotne.domain.mechanism.states import State

ANYBODY = Profile("anybody")
MAN, WOMAN = (Profile(sex, {"sex": sex, "age": ADULT}) for sex in ("male", "female"))
A_CHILD = Profile("child", {"age": CHILD})
FOR_BED = {
    WOMAN.key: gettext_lazy("A bed for a woman"),
    MAN.key: gettext_lazy("A bed for a man"),
    A_CHILD.key: gettext_lazy("A bed for a child"),
}
ROWS = (
    ("receive_report", ANYBODY),
    ("decide", ANYBODY),
    ("bed", WOMAN),
    ("bed", MAN),
    ("bed", A_CHILD),
    ("doctor", ANYBODY),
    ("interpreter", ANYBODY),
    ("advice_talk", ANYBODY),
)
"""What a card says whom to call for, in this order."""

PARTS = {
    Part.DAY: gettext_lazy("by day"),
    Part.NIGHT: gettext_lazy("by night"),
    Part.SUNDAY: gettext_lazy("on Sundays"),
    Part.HOLIDAY: gettext_lazy("on holidays"),
}
MOST = {Size.A6: 2, Size.A4: 3}
"""How many to call for one thing: a pocket card is small."""

FEW_LANGUAGES = 6


@dataclass(frozen=True, slots=True)
class Made:
    """When, how large and from which version of the mechanism (None: the country's alone) a card is printed.

    `address` is that of the page behind its QR code.
    """

    on: date
    size: Size
    address: str
    version: int | None = None
    is_demo: bool = False


def card(names: Names, rows: Sequence[list[OnHand]], parts: Iterable[Part], made: Made, reader: Reader) -> Card:
    """`rows`: who is on hand for each of ROWS; `parts`: the parts of the week that were looked at."""
    needs = reader.reference.needs
    titles = [str(FOR_BED.get(person.key) or reader.plain(needs[need].names).text) for need, person in ROWS]
    return Card(
        language=reader.language,
        title=_("Whom to call"),
        town=reader.proper(names).text,
        danger=Row(_("Danger to life"), (Entry(_("Police, ambulance, fire."), "112"),)),
        rows=tuple(
            _row(title, found, list(parts), made.size, reader) for title, found in zip(titles, rows, strict=True)
        ),
        address=made.address,
        address_says=_("The page behind this code says who can help at this minute."),
        made=_made(made, reader),
        disclaimer=_("An invented town: these numbers can't be dialled.") if made.is_demo else "",
    )


def _made(made: Made, reader: Reader) -> str:
    day = full_day(made.on, reader.language)
    if made.version is None:
        return _("Printed: {day}").format(day=day)
    return _("Printed: {day}, from version {version} of the mechanism").format(day=day, version=made.version)


def _row(title: str, found: list[OnHand], parts: list[Part], size: Size, reader: Reader) -> Row:
    entries = [entry for one in found if (entry := _entry(one, parts, reader))][: MOST[size]]
    held = {part for one in found for part in one.parts}
    missing = [str(PARTS[part]) for part in parts if part not in held]
    if not entries:
        return Row(title, (), _("Nobody is known."))
    return Row(title, tuple(entries), _("Nobody: {when}").format(when=", ".join(missing)) if missing else "")


def _entry(one: OnHand, parts: list[Part], reader: Reader) -> Entry | None:
    phones = [way for way in ways(one.helper.contacts, reader) if way.is_phone]
    if not phones:
        return None
    offer = one.helper.offer
    called, local = name(offer, reader), reader.local(offer.institution.names)
    return Entry(
        name=called.text,
        number=phones[0].label,
        when=_when(one, parts),
        remark=_remark(one.helper, reader),
        language=called.language,
        local=local.text,
        local_language=local.language,
    )


def _when(one: OnHand, parts: list[Part]) -> str:
    if any(reason.attribute == "hours" for reason in one.helper.standing.reasons):
        return _("hours not known")
    if set(one.parts) == set(parts):
        return _("always")
    return ", ".join(str(PARTS[part]) for part in parts if part in one.parts)


def _remark(helper: Helper, reader: Reader) -> str:
    if helper.state is State.UNCONFIRMED:
        return _("not confirmed")
    if helper.state is State.TOO_FAR:
        return _("far away or slow")
    asked = [reader.attribute(key).text for key in helper.standing.ask if key != LANGUAGE]
    if asked:
        return _("ask about: {what}").format(what=", ".join(asked))
    if helper.standing.ask and helper.languages and len(helper.languages) <= FEW_LANGUAGES:
        names = [language_name(code, reader.language) for code in sorted_languages(helper.languages, reader.language)]
        return ", ".join(names)
    return ""
