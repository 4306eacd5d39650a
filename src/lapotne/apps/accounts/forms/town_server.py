"""What a town's OpenID Connect server says is believed only where it is its word, for this site, on this question.

allauth leaves three things out that OpenID Connect Core 1.0, 3.1.3.7 and 5.3.2 ask for: a nonce, the signature of a
token that came straight from the server, and that the facts about a person are about the one who signed in.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from typing import Any

from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url

log = logging.getLogger(__name__)

ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
WELL_KNOWN = "/.well-known/"


class TownServerError(OAuth2Error):
    """The town's server isn't believed; its text tells the operator why, and nothing about anybody."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        log.warning("The town's sign-in (LAPOTNE_OIDC_SERVER): %s", why)


def nonce_of(verifier: str) -> str:
    """The question's mark, from the secret that this browser's session keeps for PKCE anyway."""
    return hashlib.sha256(b"nonce " + verifier.encode()).hexdigest()


class TownServer(OpenIDConnectOAuth2Adapter):
    """The server as `LAPOTNE_OIDC_SERVER` names it; raises OAuth2Error or a `requests` error, never lets in."""

    verifier = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        said: dict[str, Any] = super().openid_config
        server = settings.TOWN_SIGN_IN["server"].partition(WELL_KNOWN)[0].rstrip("/")
        if str(said.get("issuer", "")).rstrip("/") != server:
            raise TownServerError("its description names another issuer than the address that is set")
        for name in ENDPOINTS:
            if not str(said.get(name, "")).startswith("https://"):
                raise TownServerError(f"its description has no https address for {name}")
        if not said["authorization_endpoint"].startswith(f"{settings.TOWN_SIGN_IN['origin']}/"):
            raise TownServerError("its authorization_endpoint is on another host, where browsers may not be sent")
        return said

    @property
    def basic_auth(self) -> bool:
        """What a server that says nothing expects is the header (OpenID Connect Discovery 1.0, section 3)."""
        return "client_secret_post" not in self.openid_config.get("token_endpoint_auth_methods_supported", [])

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: Any, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        self.verifier = pkce_code_verifier or ""
        data: dict[str, Any] = super().get_access_token_data(request, app, client, pkce_code_verifier)
        # allauth then trusts the connection and doesn't look at the signature.
        self.did_fetch_access_token = False
        return data

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        id_token = kwargs["response"].get("id_token")
        if not id_token:
            raise TownServerError("it sent no ID token")
        said = self._decode_id_token(app, id_token)
        about = self._fetch_user_info(token.token)
        if not isinstance(about, dict) or about.get("sub") != said["sub"]:
            raise TownServerError("its facts about the person are about somebody else")
        return self.get_provider().sociallogin_from_response(request, {"userinfo": about, "id_token": said})

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            said: dict[str, Any] = super()._decode_id_token(app, id_token)
        except OAuth2Error as problem:
            raise TownServerError("its ID token has a wrong signature, issuer, audience or time") from problem
        except (KeyError, TypeError, ValueError) as problem:
            raise TownServerError("its ID token or its keys can't be read") from problem
        if not said.get("sub") or not said.get("exp"):
            raise TownServerError("its ID token lacks sub or exp")
        if said.get("azp", app.client_id) != app.client_id:
            raise TownServerError("its ID token was made for another site")
        if not hmac.compare_digest(str(said.get("nonce", "")).encode(), nonce_of(self.verifier).encode()):
            raise TownServerError("its ID token answers another question than this browser's")
        return said


class TownProvider(OpenIDConnectProvider):
    """Sends a browser there with PKCE and a nonce."""

    oauth2_adapter_class = TownServer

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """The way back has no language in its address, so where to go on is noted in the one that is read now."""
        asked: dict[str, Any] = super().get_redirect_from_request_kwargs(request)
        if asked.get("process") != AuthProcess.CONNECT and not asked.get("next_url"):
            asked["next_url"] = resolve_url(settings.LOGIN_REDIRECT_URL)
        return asked

    def get_pkce_params(self) -> dict[str, Any]:
        asked: dict[str, Any] = super().get_pkce_params()
        return {**asked, "nonce": nonce_of(asked["code_verifier"])}
