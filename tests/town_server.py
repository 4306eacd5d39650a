"""A town's own OpenID Connect server: a real one, over TLS, that may be told to lie."""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import flask
import jwt
import oidc_provider_mock
import pytest
import werkzeug.serving
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from lapotne.config.signing_in import social, town_sign_in

BACK = "/staff/with/town/back/"
DESCRIPTION, KEYS, AUTHORIZE, TOKEN, USERINFO = (
    *("/.well-known/openid-configuration", "/jwks", "/oauth2/authorize", "/oauth2/token", "/userinfo"),
)

OTHERS_STYLE = re.compile(r"<link[^>]*https:[^>]*>")


class TownServer:
    """`lies`: by path, what is done to an answer before it is sent; `asked`: the paths that were asked."""

    def __init__(self, certificate: Path) -> None:
        self.app = oidc_provider_mock.app(require_client_registration=True)
        self.app.before_request(self._see)
        self.app.after_request(self._answer)
        tls = (str(certificate), str(certificate))
        self.server = werkzeug.serving.make_server("127.0.0.1", 0, self.app, threaded=True, ssl_context=tls)
        self.origin = f"https://localhost:{self.server.server_port}"
        self.lies: dict[str, Callable[[dict], dict | None]] = {}
        self.asked: list[str] = []
        self.challenge = ""

    def knows(self, sub: str, **claims: object) -> None:
        assert self._told("PUT", f"/users/{sub}", claims).status_code == 204

    def registers(self, back: str) -> dict:
        return self._told("POST", "/oauth2/clients", {"redirect_uris": [back]}).json

    def signs_in(self, address: str, sub: str) -> str:
        """As somebody's browser does there; where it is sent back to."""
        sent = self.app.test_client().post(address, data={"sub": sub}, base_url=self.origin)
        return sent.headers["Location"]

    def writes(self, *, key: str = "", header: dict | None = None, **changed: object) -> None:
        """In each ID token these claims; None takes one away. Another key is one that the server doesn't show."""

        def rewritten(answer: dict) -> dict:
            old = answer["id_token"]
            said = {**jwt.decode(old, options={"verify_signature": False}), **changed}
            said = {name: value for name, value in said.items() if value is not None}
            own = flask.g.oidc_provider_mock_storage.jwk.as_pem(private=True)
            head = {"kid": jwt.get_unverified_header(old)["kid"], **(header or {})}
            return {**answer, "id_token": jwt.encode(said, key or own, head.pop("alg", "RS256"), headers=head)}

        self.lies[TOKEN] = rewritten

    def as_set(self, settings, monkeypatch, site: str) -> "TownServer":
        """Registers this site there, and sets what its operator sets."""
        registered = self.registers(site + BACK)
        monkeypatch.setenv("LAPOTNE_OIDC_SERVER", self.origin)
        monkeypatch.setenv("LAPOTNE_OIDC_CLIENT", registered["client_id"])
        monkeypatch.setenv("LAPOTNE_OIDC_SECRET", registered["client_secret"])
        monkeypatch.setenv("LAPOTNE_OIDC_NAME", "Liepkalni")
        for name, value in social(town_sign_in()).items():
            setattr(settings, name, value)
        self.lies.clear()
        self.asked.clear()
        return self

    def _told(self, method: str, path: str, said: dict):
        return self.app.test_client().open(path, method=method, json=said, base_url=self.origin)

    def _see(self) -> tuple[str, int] | None:
        path = flask.request.path
        self.asked.append(path)
        if path == AUTHORIZE:
            self.challenge = flask.request.args.get("code_challenge", "")
        if path == TOKEN and _challenge_of(flask.request.form.get("code_verifier", "")) != self.challenge:
            return "not whom I sent", 400
        return None

    def _answer(self, response: flask.Response) -> flask.Response:
        if response.mimetype == "text/html":
            # Its pages are dressed by another host, which no journey asks.
            response.set_data(OTHERS_STYLE.sub("", response.get_data(as_text=True)))
        lie = self.lies.get(flask.request.path)
        if lie and response.status_code == 200:
            answer = lie(response.json)
            response = flask.make_response(answer) if answer is not None else flask.make_response("down", 503)
        return response


def _challenge_of(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def new_key() -> str:
    return _pem(rsa.generate_private_key(65537, 2048)).decode()


def _pem(key: rsa.RSAPrivateKey) -> bytes:
    plain = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)


def _certificate() -> bytes:
    """Key and certificate for localhost, signed by itself."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    built = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now - timedelta(days=1), now + timedelta(days=1)
    ).add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    return _pem(key) + built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="session")
def openid_server(tmp_path_factory) -> Iterator[TownServer]:
    certificate = tmp_path_factory.mktemp("town") / "localhost.pem"
    certificate.write_bytes(_certificate())
    town = TownServer(certificate)
    thread = Thread(target=town.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        yield town
    town.server.shutdown()
    town.server.server_close()
    thread.join()


@pytest.fixture
def town_server(openid_server, settings, monkeypatch) -> TownServer:
    """As if a town had one."""
    return openid_server.as_set(settings, monkeypatch, "http://testserver")
