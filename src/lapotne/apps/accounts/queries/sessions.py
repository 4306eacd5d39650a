"""Reads of sessions: whether one is over, whether its second factor was shown, which ones somebody has."""

from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

BEGAN, SEEN, PASSED = "began", "seen", "second_factor_of"
type Session = SessionBase | dict[str, Any]


def is_over(session: Session, at: datetime) -> bool:
    """Whether it lasts longer than any may, however busy; one idle too long is gone from the database by itself."""
    began = session.get(BEGAN)
    return began is None or at.timestamp() - began >= settings.SESSION_LONGEST


def has_shown_second_factor(session: Session, user_id: int) -> bool:
    """Bound to the person: another who signs in with the same browser shows their own."""
    return session.get(PASSED) == user_id


def seconds_since_begun(session: Session, at: datetime) -> float:
    return at.timestamp() - session.get(BEGAN, 0)


def of_person(user_id: int) -> list[UserSession]:
    """Those that still open something, the latest used first."""
    found = UserSession.objects.filter(user_id=user_id).order_by("-last_seen_at")
    return [session for session in found if session.exists()]
