"""The guided way in: one question with why it is asked, what is certain already, and where it ends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from lapotne.apps.rulebooks.models import NOTHING, Answers, Step
from lapotne.apps.rulebooks.presenters.cards import Place, cards
from lapotne.apps.rulebooks.presenters.questions import Question, fact_says, question
from lapotne.apps.rulebooks.presenters.reader import Reader, full_day
from lapotne.apps.rulebooks.presenters.verdicts import Verdict, verdicts
from lapotne.domain.entitlements.facts import ContradictionError
from lapotne.domain.entitlements.interview import Interview
from lapotne.domain.verdict import Answer


@dataclass(frozen=True, slots=True)
class Given:
    """An answer already given: as fields carry it on, and as a sentence."""

    key: str
    choice: str
    said: str
    says: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class AskPage:
    """`yes` and `no` are certain; `open_in_law` no answer can settle; `not_known` hangs on what wasn't known.

    `cards` are all of them, once there is nothing more to ask.
    """

    country: str
    name: str
    speaks: str
    day: str
    written_day: str
    is_today: bool
    only: tuple[str, ...]
    about: tuple[str, ...]
    number: int
    question: Question | None
    given: tuple[Given, ...]
    yes: tuple[Verdict, ...] = ()
    no: tuple[Verdict, ...] = ()
    open_in_law: tuple[Verdict, ...] = ()
    not_known: tuple[Verdict, ...] = ()
    cards: str = ""
    undecided: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    headline: str = ""

    @property
    def settled(self) -> int:
        return len(self.yes) + len(self.no) + len(self.open_in_law)


def ask_page(step: Step, found: Interview, about: tuple[str, ...], reader: Reader) -> AskPage:
    """`about`: the names of the kinds of help that are asked about."""
    page = _page(step, step.again or found.next_question or "", about, reader)
    settled = verdicts(found.settled, reader)
    open_in_law, not_known = verdicts(found.open_in_law, reader), verdicts(found.not_known, reader)
    yes = tuple(one for one in settled if one.answer == Answer.YES)
    no = tuple(one for one in settled if one.answer == Answer.NO)
    sources = f"{reverse('rulebooks:country', args=[page.country])}?on={page.written_day}"
    told = () if page.question else (*yes, *open_in_law, *not_known, *no)
    return replace(
        page,
        yes=yes,
        no=no,
        open_in_law=open_in_law,
        not_known=not_known,
        cards=cards(told, Place("v", sources), step.day, reader),
        undecided=tuple(reader.say(one.entitlement.names) for one in found.undecided),
        headline=_headline(yes, (*open_in_law, *not_known)),
    )


def refused_page(step: Step, error: ContradictionError, about: tuple[str, ...], reader: Reader) -> AskPage:
    """The answers can't all be true: no verdict, and the last of those concerned is asked again."""
    last = next((key for key in reversed(list(step.answers.written)) if key in error.facts), error.facts[0])
    kept = step.answers.written.get(last, NOTHING)
    left = {key: one for key, one in step.answers.written.items() if key != last}
    page = _page(replace(step, answers=replace(step.answers, written=left), kept=kept), last, about, reader)
    return replace(page, contradictions=tuple(reader.say(said) for said in error.said))


def _page(step: Step, key: str, about: tuple[str, ...], reader: Reader) -> AskPage:
    shown = Answers(written={key: step.kept}, errors={key: step.error} if step.error else {})
    return AskPage(
        country=reader.book.country,
        name=reader.country,
        speaks=reader.speaks,
        day=full_day(step.day, reader.language),
        written_day=step.day.isoformat(),
        is_today=step.day == reader.today,
        only=step.only,
        about=about,
        number=len(step.answers.written) + 1,
        question=question(key, shown, reader) if key else None,
        given=tuple(_given(step.answers, reader)),
    )


def _given(answers: Answers, reader: Reader) -> Iterable[Given]:
    for key, written in answers.written.items():
        found = answers.facts.get(key)
        yield Given(key, written.choice, written.said, fact_says(key, found, reader), found is not None)


def _headline(yes: tuple[Verdict, ...], left_open: tuple[Verdict, ...]) -> str:
    if yes:
        return _("Yes: {what}").format(what=", ".join(_named(one) for one in yes))
    return _("Nobody can say yet") if left_open else _("Not as things are: see what would open it")


def _named(one: Verdict) -> str:
    return f"{one.right.name} ({one.right.amount})" if one.right.amount else one.right.name
