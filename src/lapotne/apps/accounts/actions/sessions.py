"""Writes about sessions: they begin, are kept alive while somebody works, and end."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.queries import sessions
from lapotne.apps.audit import actions as audit

SECONDS_BETWEEN_WRITES = 60
ATTEMPTS_OVER = "DELETE FROM attempts WHERE expires < %s"


def begin(session: SessionBase, *, at: datetime) -> None:
    session[sessions.BEGAN] = session[sessions.SEEN] = at.timestamp()


def keep_alive(session: SessionBase, *, at: datetime) -> None:
    """Once a minute, for each write of a session is one of the database."""
    if at.timestamp() - session.get(sessions.SEEN, 0) < SECONDS_BETWEEN_WRITES:
        return
    session[sessions.SEEN] = at.timestamp()
    UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=at)


def show_second_factor(session: SessionBase, user_id: int) -> None:
    session[sessions.PASSED] = user_id


def forget_second_factor(session: SessionBase) -> None:
    session.pop(sessions.PASSED, None)


@transaction.atomic
def end(*, by: User, at: datetime, number: int) -> bool:
    """End one of one's own sessions; says whether there was such a one."""
    session = UserSession.objects.filter(user=by, pk=number).first()
    if session is None:
        return False
    session.end()
    audit.record(at=at, by=by, verb="end_session", subject=by)
    return True


@transaction.atomic
def end_others(*, by: User | None, at: datetime, user: User, but: str | None = None) -> int:
    """End somebody's sessions but the one named by its key; says how many."""
    others = UserSession.objects.filter(user=user).exclude(session_key=but or "")
    ended = len([session.end() for session in others])
    if ended:
        audit.record(at=at, by=by, verb="end_sessions", subject=user)
    return ended


def forget_expired(*, at: datetime) -> None:
    """Take out what is over: Django and allauth leave it in the tables for ever."""
    Session.objects.filter(expire_date__lt=at).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    with connection.cursor() as cursor:
        cursor.execute(ATTEMPTS_OVER, [at])
