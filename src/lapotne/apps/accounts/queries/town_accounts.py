"""Reads about the town's own sign-in: whether there is one, and who linked theirs."""

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import QuerySet

PROVIDER = "town"


def name() -> str:
    """What its button says; nothing where a town has none."""
    said: str = settings.TOWN_SIGN_IN["name"] if settings.TOWN_SIGN_IN else ""
    return said


def of_person(user_id: int) -> QuerySet[SocialAccount]:
    return SocialAccount.objects.filter(user_id=user_id)
