"""Writes about second factors: a code is taken once, a lost one is reset, seeds are sealed anew."""

import re
from datetime import datetime

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import transaction

from lapotne.apps.accounts.actions import sessions
from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.queries import second_factors
from lapotne.apps.audit import actions as audit


def take_once(user_id: int, code: str) -> bool:
    """Whether this code of an app wasn't used yet, for as long as it would be right."""
    seconds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    return cache.add(f"code taken by {user_id}: {re.sub(r'[^0-9]', '', code)}", 1, timeout=seconds)


@transaction.atomic
def reset(*, by: User | None, at: datetime, user: User, reason: str) -> int:
    """Take all of somebody's second factors away and end their sessions; at the next door they set up another."""
    taken, _rows = second_factors.of_person(user.pk).delete()
    audit.record(at=at, by=by, verb="reset_second_factor", subject=user, fields=["second_factor"], reason=reason)
    sessions.end_others(by=by, at=at, user=user)
    return taken


@transaction.atomic
def seal_anew() -> int:
    """Seal with the first key what another one sealed; says how many were."""
    sealer, changed = second_factors.sealer(), 0
    for factor in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN):
        place = second_factors.bound_to(factor.user_id)
        for name in set(second_factors.SEEDS) & set(factor.data):
            if not sealer.is_of_first_key(factor.data[name]):
                factor.data[name] = sealer.seal(sealer.open(factor.data[name], place), place)
                factor.save(update_fields=["data"])
                changed += 1
    return changed
