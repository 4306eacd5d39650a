"""Short secrets sealed for the database: AES-256-GCM, bound to whose they are and what they are for.

A sealed text is base64 of: suite and version (1 byte), name of the key (4), nonce (12), ciphertext with its tag.
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AES_256_GCM = b"\x01"
KEY_BYTES, KEY_NAME_BYTES, NONCE_BYTES, TAG_BYTES = 32, 4, 12, 16
HEAD_BYTES = len(AES_256_GCM) + KEY_NAME_BYTES


class SealBrokenError(ValueError):
    """A sealed text was changed, belongs to another place, or its key is gone."""


class WrongKeyError(ValueError):
    """A key isn't 32 bytes in base64."""


class Sealer:
    """Seals with the first key, opens with any: so keys change while old texts stay readable."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = {name_of(key): key for key in keys}
        self._first = keys[0]

    def seal(self, text: str, bound_to: str) -> str:
        """Only who says the same `bound_to` opens it again."""
        head, nonce = AES_256_GCM + name_of(self._first), secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(self._first).encrypt(nonce, text.encode(), head + bound_to.encode())
        return base64.b64encode(head + nonce + sealed).decode()

    def open(self, sealed: str, bound_to: str) -> str:
        """Raises SealBrokenError whatever is wrong with it, and says no more."""
        blob = _blob(sealed)
        head, nonce, ciphertext = blob[:HEAD_BYTES], blob[HEAD_BYTES:][:NONCE_BYTES], blob[HEAD_BYTES + NONCE_BYTES :]
        key = self._keys.get(head[1:])
        if head[:1] != AES_256_GCM or key is None:
            raise SealBrokenError("This was sealed with a key or a suite that isn't known here.")
        try:
            return AESGCM(key).decrypt(nonce, ciphertext, head + bound_to.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise SealBrokenError("This was changed since it was sealed, or taken from elsewhere.") from error

    def is_of_first_key(self, sealed: str) -> bool:
        return _blob(sealed)[:HEAD_BYTES] == AES_256_GCM + name_of(self._first)


def name_of(key: bytes) -> bytes:
    """Says which key sealed a text, and nothing of the key."""
    return hashlib.sha256(b"lapotne name of a key" + key).digest()[:KEY_NAME_BYTES]


def new_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def key_from(written: str) -> bytes:
    try:
        key = base64.b64decode(written, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise WrongKeyError("A key is 32 bytes in base64, as `lapotne manage new_sealing_key` writes it.")
    return key


def is_sealed(text: str) -> bool:
    """Whether it looks so; a short text can't be, whatever it begins with."""
    try:
        blob = _blob(text)
    except SealBrokenError:
        return False
    return blob[:1] == AES_256_GCM and len(blob) >= HEAD_BYTES + NONCE_BYTES + TAG_BYTES


def _blob(sealed: str) -> bytes:
    try:
        return base64.b64decode(sealed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SealBrokenError("This isn't a sealed text.") from error
