"""Reads of second factors, and the secret to which their seeds are bound."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import QuerySet

from lapotne.adapters.sealing import Sealer

FACTORS = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)
"""What counts as one; recovery codes only stand in for it."""

SEEDS = ("secret", "seed")
"""Under which names an app's and the recovery codes' seeds are kept."""


def of_person(user_id: int) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user_id=user_id).order_by("type", "created_at")


def has_one(user_id: int) -> bool:
    return of_person(user_id).filter(type__in=FACTORS).exists()


def sealer() -> Sealer:
    return Sealer(settings.SEALING_KEYS)


def bound_to(user_id: int) -> str:
    """What a seed is sealed with: moved to another person's row it opens no more."""
    return f"lapotne second factor of {user_id}"
