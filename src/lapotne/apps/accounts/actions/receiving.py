"""What is done when somebody signs in, adds or loses a second factor; apps.py connects it once Django is ready."""

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.signals import social_account_added
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from lapotne.apps.accounts.actions import sessions
from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.queries import second_factors
from lapotne.apps.accounts.queries.devices import device
from lapotne.apps.audit import actions as audit

NOWHERE = "0.0.0.0"  # noqa: S104 -- stands where allauth would keep the reader's address


@receiver(user_logged_in)
def begin_session(request: HttpRequest, **_said: Any) -> None:
    at = timezone.now()
    sessions.begin(request.session, at=at)
    sessions.forget_expired(at=at)


@receiver(pre_save, sender=UserSession)
def keep_no_address(instance: UserSession, **_said: Any) -> None:
    instance.ip = NOWHERE
    instance.user_agent = device(instance.user_agent)


@receiver(signals.authenticator_used)
def shown(request: HttpRequest, user: User, authenticator: Authenticator, **_said: Any) -> None:
    sessions.show_second_factor(request.session, user.pk)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        audit.record(at=timezone.now(), by=user, verb="use_recovery_code", subject=user)


@receiver(signals.authenticator_added)
def added(request: HttpRequest, user: User, authenticator: Authenticator, **_said: Any) -> None:
    """Whoever sets up the first one here is the one who has it here; sessions from before haven't shown it."""
    at = timezone.now()
    audit.record(at=at, by=user, verb="add_second_factor", subject=user, fields=[authenticator.type])
    if authenticator.type in second_factors.FACTORS:
        sessions.show_second_factor(request.session, user.pk)
        if second_factors.of_person(user.pk).filter(type__in=second_factors.FACTORS).count() == 1:
            sessions.end_others(by=user, at=at, user=user, but=request.session.session_key)


@receiver(signals.authenticator_removed)
def removed(request: HttpRequest, user: User, authenticator: Authenticator, **_said: Any) -> None:
    at = timezone.now()
    audit.record(at=at, by=user, verb="remove_second_factor", subject=user, fields=[authenticator.type])
    if not second_factors.has_one(user.pk):
        sessions.forget_second_factor(request.session)
        sessions.end_others(by=user, at=at, user=user, but=request.session.session_key)


@receiver(signals.authenticator_reset)
def renewed(user: User, **_said: Any) -> None:
    audit.record(at=timezone.now(), by=user, verb="renew_recovery_codes", subject=user)


@receiver(pre_save, sender=SocialAccount)
def keep_no_claims(instance: SocialAccount, **_said: Any) -> None:
    """Who it is to the town's server is enough; what else that told of the person is not for us."""
    instance.extra_data = {}


@receiver(social_account_added)
def linked(sociallogin: SocialLogin, **_said: Any) -> None:
    audit.record(at=timezone.now(), by=sociallogin.user, verb="link_town_account", subject=sociallogin.user)
