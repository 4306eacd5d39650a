"""What a link opens: the token is kept as a digest alone, and one dead is as good as one that never was."""

from datetime import datetime
from hashlib import sha256

from lapotne.apps.confirmations.models import Link


def digest(token: str) -> str:
    """How a token is looked up; it is long and random, so nothing has to slow a guess down."""
    return sha256(token.encode()).hexdigest()


def alive(token: str, at: datetime) -> Link | None:
    found = Link.objects.filter(digest=digest(token), ended_at=None, expires_at__gt=at)
    return found.select_related("asking__municipality__country").first()
