"""Takes what an institution answers by its link: one answer for good about each entry."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import actions as audit
from lapotne.apps.confirmations.models import Answer, AnswerKind, Asking, Decision
from lapotne.apps.confirmations.queries import askings
from lapotne.apps.mechanism.actions.confirming import take_word
from lapotne.domain.mechanism.layers import Path


class AnsweredAlreadyError(ValueError):
    """The entry has its answer: a link is used once for each."""


@transaction.atomic
def say_right(*, asking: Asking, path: Path, seen: str, entries: Iterable[str], at: datetime) -> Answer:
    """An entry is still right, as it was seen: the town's mechanism says so from now on.

    Raises AnsweredAlreadyError; ChangedMeanwhileError and FileProblemsError as mechanism.actions.confirming does.
    """
    _hold(asking, path)
    take_word(municipality=asking.municipality, path=path, seen=seen, at=at)
    return _keep(asking, path, AnswerKind.RIGHT, entries=entries, at=at)


@transaction.atomic
def say_changed(*, asking: Asking, path: Path, words: str, entries: Iterable[str], at: datetime) -> Answer:
    """What is right instead, in words: a proposal, which changes nothing until the town takes it."""
    _hold(asking, path)
    return _keep(asking, path, AnswerKind.CHANGED, entries=entries, at=at, words=words)


@transaction.atomic
def put_off(*, asking: Asking, path: Path, at: datetime) -> None:
    """An answer will come later; saying so again says no more, and the answer for good stays open."""
    _hold(asking, path)
    answer, is_new = Answer.objects.get_or_create(
        asking=asking, entry=key_of(path), kind=AnswerKind.LATER, defaults={"at": at}
    )
    if is_new:
        _record(answer, at)


@transaction.atomic
def decide(*, answer: Answer, taken: bool, by: User, at: datetime) -> None:
    """The town has taken a proposal over into its mechanism, or leaves it be; the first decision stays."""
    decision, is_new = Decision.objects.get_or_create(answer=answer, defaults={"taken": taken, "by": by, "at": at})
    if is_new:
        key = answer.asking.municipality.key
        audit.record(at=at, by=by, verb="decide_proposal", subject=decision, municipality=key, fields=["taken"])


def _hold(asking: Asking, path: Path) -> None:
    """Two answers at a time are taken one after the other."""
    held = Asking.objects.select_for_update().get(pk=asking.pk)
    if held.ended_at is not None or key_of(path) in askings.answered(held):
        raise AnsweredAlreadyError("This entry has its answer already.")


def _keep(
    asking: Asking, path: Path, kind: AnswerKind, *, entries: Iterable[str], at: datetime, words: str = ""
) -> Answer:
    answer = Answer.objects.create(asking=asking, entry=key_of(path), kind=kind, words=words, at=at)
    _record(answer, at)
    if set(entries) <= askings.answered(asking):
        Asking.objects.filter(pk=asking.pk).update(ended_at=at)
    return answer


def _record(answer: Answer, at: datetime) -> None:
    key = answer.asking.municipality.key
    audit.record(at=at, by=None, verb="answer_by_link", subject=answer, municipality=key, fields=["kind"])


def key_of(path: Path) -> str:
    """How an entry is named in an answer: `services/beds`."""
    return "/".join(path[2:])
