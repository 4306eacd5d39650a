"""How staff sign in: a second factor for all, sessions that end, a town's own sign-in where it has one."""

from typing import Any
from urllib.parse import urlsplit

from lapotne.config import environment

REQUIRED, OFFERED = "required", "offered"
FORMS = "lapotne.apps.accounts.forms"
FIFTEEN_MINUTES, EIGHT_HOURS = 15 * 60, 8 * 60 * 60


def second_factor(*, demo: bool) -> str:
    """Whether everybody needs one; only a demonstration may go without."""
    said = environment.text("LAPOTNE_SECOND_FACTOR", OFFERED if demo else REQUIRED)
    if said not in (REQUIRED, OFFERED):
        raise environment.WrongSettingError(f"LAPOTNE_SECOND_FACTOR={said!r}: write 'required' or 'offered'.")
    if said == OFFERED and not demo:
        raise environment.WrongSettingError(
            "LAPOTNE_SECOND_FACTOR=offered is for a demonstration alone: leave it out, or set LAPOTNE_DEMO=on."
        )
    return said


ACCOUNT = {
    "ACCOUNT_FORMS": {
        "login": f"{FORMS}.passwords.SignInForm",
        "reauthenticate": f"{FORMS}.passwords.PasswordAgainForm",
        "change_password": f"{FORMS}.passwords.ChangePasswordForm",
        "set_password": f"{FORMS}.passwords.SetPasswordForm",
        "reset_password": f"{FORMS}.passwords.ForgottenPasswordForm",
        "reset_password_from_key": f"{FORMS}.passwords.NewPasswordForm",
    },
}
MFA = {
    "MFA_ADAPTER": f"{FORMS}.second_factor.SecondFactorAdapter",
    "MFA_SUPPORTED_TYPES": ["webauthn", "totp", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    # Accounts are opened by a coordinator who knows the person, so nobody has to prove an address.
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    "MFA_TOTP_ISSUER": "Lapotne",
    # Clocks of telephones differ: a code holds half a minute longer; forms/codes.py takes each one once.
    "MFA_TOTP_TOLERANCE": 1,
    "MFA_FORMS": {
        "authenticate": f"{FORMS}.codes.CodeForm",
        "reauthenticate": f"{FORMS}.codes.CodeAgainForm",
        "activate_totp": f"{FORMS}.codes.ActivateAppForm",
        "add_webauthn": f"{FORMS}.passkeys.AddPasskeyForm",
        "edit_webauthn": f"{FORMS}.passkeys.RenamePasskeyForm",
    },
}
SESSIONS = {
    # A session's row dies fifteen minutes after it was last written; config/sessions.py writes it while somebody works.
    "SESSION_COOKIE_AGE": FIFTEEN_MINUTES,
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "SESSION_LONGEST": EIGHT_HOURS,
}


def town_sign_in() -> dict[str, str]:
    """A town's own server of OpenID Connect, from three variables and a name; empty where none is set."""
    said = {
        "server": environment.text("LAPOTNE_OIDC_SERVER"),
        "client": environment.text("LAPOTNE_OIDC_CLIENT"),
        "secret": environment.text("LAPOTNE_OIDC_SECRET"),
    }
    if not any(said.values()):
        return {}
    parts = urlsplit(said["server"])
    if not all(said.values()) or parts.scheme != "https" or not parts.hostname:
        raise environment.WrongSettingError(
            "A town's sign-in needs LAPOTNE_OIDC_SERVER (https://...), LAPOTNE_OIDC_CLIENT and LAPOTNE_OIDC_SECRET."
        )
    name = environment.text("LAPOTNE_OIDC_NAME", parts.hostname)
    return {**said, "name": name, "origin": f"https://{parts.netloc}"}


def social(town: dict[str, str]) -> dict[str, Any]:
    """allauth's settings for it: PKCE, no token and no claim kept, no account made."""
    app = {"provider_id": "town", "name": town.get("name"), "client_id": town.get("client"),
           "secret": town.get("secret"), "settings": {"server_url": town.get("server")}}  # fmt: skip
    return {
        "TOWN_SIGN_IN": town,
        "SOCIALACCOUNT_ADAPTER": f"{FORMS}.town_account.TownAccountAdapter",
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app] if town else []}},
    }
