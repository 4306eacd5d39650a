"""The page that answers whom to call now: the finding, whom to call, who comes after, what to ask."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from lapotne.apps.website.presenters.cards import Card, card
from lapotne.apps.website.presenters.contacts import PHONE, Way, ways
from lapotne.apps.website.presenters.headline import headline, lead
from lapotne.apps.website.presenters.questions import Question, questions, repeated
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.speaking import Speaking, speakers_first, speaking
from lapotne.apps.website.presenters.words import Word
from lapotne.domain.mechanism.answering import Answer
from lapotne.domain.mechanism.conditions import Fact
from lapotne.domain.mechanism.helping import Helper, contacts_of
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism, Municipality

EMERGENCY = "emergency_number"
FEW = 4
"""How many of a kind are shown at once; the others unfold."""

MOST = 8
"""Whoever acts instead, later or perhaps is worth naming only so often; who surely can act now is named always."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The first few of a kind, and the others."""

    first: tuple[Card, ...] = ()
    more: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """`now`: who surely or partly can, best first. `unconfirmed`: offered after them. `later`: who opens next."""

    town: Word
    need: Word
    told: tuple[Word, ...]
    stamp: str
    written: str
    headline: str
    lead: str
    is_gap: bool
    now: Cards
    instead: Cards
    unconfirmed: Cards
    later: Cards
    questions: tuple[Question, ...]
    asks_first: bool
    texts: tuple[Way, ...]
    fallback: Card | None
    speaking: Speaking

    @property
    def repeated(self) -> SafeString:
        """The facts said, for forms that ask again."""
        return repeated(self.questions)

    @property
    def sure_first(self) -> bool:
        """Where all depends on what nobody has told yet, whoever surely acts stands before those who may.

        Not where the caller chose a language: then whoever speaks it is the one to call.
        """
        return self.asks_first and not self.speaking.chosen and bool(self.now.first and self.instead.first)

    @property
    def others_now(self) -> Cards:
        """Whom to call when the first doesn't answer."""
        return Cards(self.now.first[1:], self.now.more)


def answer_page(
    answer: Answer, mechanism: Mechanism, facts: Mapping[str, Fact], given: Mapping[str, list[str]], reader: Reader
) -> AnswerPage:
    town, found = mechanism.municipality, answer.help
    now = [helper for helper in found.now if not helper.is_unconfirmed]
    sure = [helper for helper in answer.instead if not helper.is_unconfirmed]
    unconfirmed = _unconfirmed((*found.now, *answer.instead))
    asked = questions(answer.matters or {}, given, reader)
    return AnswerPage(
        town=reader.proper(town.names),
        need=reader.plain(found.need.names),
        told=tuple(value for key, fact in facts.items() for value in reader.fact(key, fact)),
        stamp=reader.clock.stamp,
        written=reader.clock.written,
        headline=headline(answer, facts, reader),
        lead=lead(answer, reader),
        is_gap=found.is_gap,
        now=_cards(now, town, reader),
        instead=_cards(sure[:MOST], town, reader),
        unconfirmed=_cards(unconfirmed[:MOST], town, reader),
        later=_cards(_not_yet_named(found.later, found.now)[:MOST], town, reader),
        questions=tuple(asked),
        asks_first=found.state is State.DEPENDS and bool(set(found.ask) & {question.key for question in asked}),
        texts=tuple(_texts(mechanism.offers, reader)),
        fallback=next((card(helper, town, reader) for helper in answer.instead if _has_phone(helper)), None),
        speaking=speaking((*found.now, *answer.instead, *found.later), reader),
    )


def _cards(helpers: Sequence[Helper], town: Municipality, reader: Reader) -> Cards:
    first, others = speakers_first(helpers, reader.speaks)
    made = [card(helper, town, reader) for helper in (*first, *others)]
    shown = min(FEW, len(first))
    return Cards(tuple(made[:shown]), tuple(made[shown:]))


def _unconfirmed(helpers: Sequence[Helper]) -> list[Helper]:
    """Each body once, by the surest of what it offers; whoever has a telephone first."""
    perhaps = [helper for helper in reversed(helpers) if helper.is_unconfirmed]
    surest_last = list({helper.institution.key: helper for helper in perhaps}.values())
    surest_last.reverse()
    return sorted(surest_last, key=lambda helper: not _has_phone(helper))


def _has_phone(helper: Helper) -> bool:
    return any(contact.kind == PHONE for contact in helper.contacts)


def _not_yet_named(later: Iterable[Helper], now: Iterable[Helper]) -> list[Helper]:
    """Who can act now as well as later is named once, unless they are surer later."""
    states = {helper.offer.key: helper.state for helper in now}
    return [helper for helper in later if helper.state > states.get(helper.offer.key, -1)]


def _texts(offers: Iterable[Offer], reader: Reader) -> list[Way]:
    """How the emergency number is reached by whoever can't speak."""
    emergency = [offer for offer in offers if offer.institution.type == EMERGENCY]
    found = [way for offer in emergency for way in ways(contacts_of(offer), reader) if way.kind == "text"]
    return found[:1]
