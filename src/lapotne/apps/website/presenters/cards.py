"""One body to turn to, in words: who, what they do, until when, in which languages, how sure this is."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lapotne.adapters.days import full_day
from lapotne.apps.website.presenters import doubts
from lapotne.apps.website.presenters.contacts import Way, ways
from lapotne.apps.website.presenters.reader import FEW_LANGUAGES, Reader, language_name, sorted_languages
from lapotne.apps.website.presenters.times import day_and_month
from lapotne.apps.website.presenters.words import Word, html, sentence
from lapotne.domain.mechanism.assemble import EVERYWHERE
from lapotne.domain.mechanism.helping import Helper
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.mechanism.towns import Municipality

MARKS = {
    State.COVERED: "covered",
    State.BY_PHONE: "phone",
    State.TOO_FAR: "far",
    State.DEPENDS: "ask",
    State.UNCONFIRMED: "unconfirmed",
}
MODES = {
    Mode.IN_PERSON: gettext_lazy("in person"),
    Mode.PHONE: gettext_lazy("by phone"),
    Mode.REMOTE: gettext_lazy("by phone or online"),
    Mode.ON_CALL: gettext_lazy("on call: they come when called"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """`local`: the name on the door, beside a translated one. `facts`: until when, how, languages, how sure.

    `doubts`: what stands in the way, a sentence each.
    """

    name: Word
    local: Word
    service: Word
    what: Word
    mark: str
    facts: tuple[str, ...]
    more_languages: tuple[str, ...]
    doubts: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def heading(self) -> SafeString:
        """The name, and the one on the door; this and what follows are put together here, for a page has many."""
        local = f'<p class="local">{html(self.local)}</p>' if self.local else ""
        return SafeString(f"<h3>{html(self.name)}</h3>{local}")

    @property
    def what_and_how(self) -> SafeString:
        """What they do, what stands in the way, and the facts in a row."""
        doubts = "".join([f'<p class="helper__doubt">{html(doubt)}</p>' for doubt in self.doubts])
        facts = "".join([f"<span>{html(fact)}</span>" for fact in self.facts])
        row = f'<p class="helper__facts">{facts}</p>' if facts else ""
        return SafeString(f'<p class="helper__what">{(self.what or self.service).told}</p>{doubts}{row}')

    @property
    def calls(self) -> SafeString:
        """A button for each telephone, the first one loud."""
        return self._calls("call")

    @property
    def quiet_calls(self) -> SafeString:
        """The same where none is to be called first."""
        return self._calls("call call--quiet")

    def _calls(self, first: str) -> SafeString:
        told, looks = f'<span class="hidden-visually">{_("Call")}: {html(self.name)}, </span>', first
        said = []
        for way in self.phones:
            note = f'<p class="helper__note">{way.note.told}</p>' if way.note else ""
            said.append(f'<a class="{looks}" href="{html(way.address)}">{told}{html(way.label)}</a>{note}')
            looks = "call call--quiet"
        return SafeString("".join(said))

    @property
    def phones(self) -> list[Way]:
        return [way for way in self.ways if way.is_phone]

    @property
    def others(self) -> list[Way]:
        return [way for way in self.ways if not way.is_phone]

    @property
    def is_unconfirmed(self) -> bool:
        return self.mark == MARKS[State.UNCONFIRMED]


def card(helper: Helper, town: Municipality, reader: Reader) -> Card:
    offer = helper.offer
    languages, more = _languages(helper, reader)
    facts = (hours(helper, reader), how(helper), _answers(helper), languages, confirmed(helper, reader),
             _place(offer, town, reader))  # fmt: skip
    return Card(
        name=name(offer, reader),
        local=reader.local(offer.institution.names),
        service=_service(offer, reader),
        what=reader.plain(offer.what),
        mark=MARKS[helper.state],
        facts=tuple(fact for fact in facts if fact),
        more_languages=more,
        doubts=tuple(doubts.of(helper, reader)),
        ways=tuple(ways(helper.contacts, reader)),
    )


def name(offer: Offer, reader: Reader) -> Word:
    """The body's name; a neighbour's whose place is secret has none here, so its kind stands for it."""
    return reader.proper(offer.institution.names) or reader.institution_type(offer.institution)


def _service(offer: Offer, reader: Reader) -> Word:
    """The service's own name; where it has none here, what it meets."""
    known = reader.reference.needs
    met = [reader.plain(known[key].names).text for key in sorted(offer.meets) if key in known]
    return reader.plain(offer.names) or Word(", ".join(met))


def hours(helper: Helper, reader: Reader) -> str:
    """Until when they can act, or from when; what nobody said is left to the doubts."""
    if any(reason.attribute == "hours" for reason in helper.standing.reasons):
        return ""
    if helper.opens_at is not None:
        return _("opens {time}").format(time=reader.clock.at(helper.opens_at))
    if helper.until is None:
        return _("open now, day and night")
    return _("open now, closes {time}").format(time=reader.clock.until(helper.until))


def how(helper: Helper) -> str:
    return str(MODES[helper.availability.mode])


def confirmed(helper: Helper, reader: Reader) -> str:
    """The day on which somebody last confirmed it; an overdue confirmation is told among the doubts."""
    if any(reason.attribute == "confirmation" for reason in helper.standing.reasons):
        return ""
    confirmation = helper.availability.confirmation
    if confirmation is None:
        return ""
    this_year = confirmation.on.year == reader.clock.now.year
    day = (day_and_month if this_year else full_day)(confirmation.on, reader.language)
    said = _("from a public source of {day}") if confirmation.source else _("confirmed on {day}")
    return said.format(day=day)


def _answers(helper: Helper) -> str:
    minutes = helper.availability.minutes_to_respond
    if minutes is None:
        return ""
    said = ngettext("must answer within {minutes} minute", "must answer within {minutes} minutes", minutes)
    return said.format(minutes=minutes)


def _languages(helper: Helper, reader: Reader) -> tuple[str, tuple[str, ...]]:
    """The languages spoken, the reader's own first; of many, a few and how many more."""
    if helper.languages is None:
        return "", ()
    names = _known_first(helper.languages, reader.language, reader.country)
    if len(names) <= FEW_LANGUAGES:
        return _("speaks {languages}").format(languages=", ".join(names)), ()
    shown, more = names[: FEW_LANGUAGES - 2], names[FEW_LANGUAGES - 2 :]
    said = ngettext("speaks {languages} and {count} more", "speaks {languages} and {count} more", len(more))
    return said.format(languages=", ".join(shown), count=len(more)), tuple(more)


@lru_cache(maxsize=4096)
def _known_first(codes: frozenset[str], reader: str, country: str) -> list[str]:
    """Names by the reader's alphabet, but first the languages that many here know."""
    wanted = (reader, country, "en", "ru", "uk")
    ordered = sorted_languages(codes, reader)
    first = sorted(ordered, key=lambda code: wanted.index(code) if code in wanted else len(wanted))
    return [language_name(code, reader) for code in first]


def _place(offer: Offer, town: Municipality, reader: Reader) -> str:
    """Another town, with its distance; a confidential place never has a town."""
    if offer.confidential or offer.place in (None, EVERYWHERE, town.code):
        return ""
    there = reader.reference.municipality_of(offer.place, reader.clock.now.date())
    if there is None:
        return ""
    where = reader.proper(there.names)
    if offer.kilometres is None:
        return sentence(_("in {town}"), town=where)
    return sentence(_("in {town}, {kilometres} km away"), town=where, kilometres=round(offer.kilometres))
