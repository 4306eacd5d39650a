"""The keys that seal secrets in the database, and the keyed names under which attempts are counted."""

import hashlib
import hmac
import os
import stat
from pathlib import Path

from django.conf import settings

from lapotne.adapters.sealing import WrongKeyError, key_from, new_key
from lapotne.config import environment

NAME = "LAPOTNE_SEALING_KEYS"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def sealing_keys(file: Path) -> list[bytes]:
    """From the variable, else from a file its owner alone reads, one made for this machine; the first one seals."""
    written = environment.listed(NAME) or read_from(file).split()
    try:
        keys = [key_from(key) for key in written]
    except WrongKeyError as error:
        raise environment.WrongSettingError(f"{NAME} or {file.name}: {error}") from None
    if not keys:
        raise environment.WrongSettingError(f"{file} holds no key: take it away, or put one into it.")
    return keys


def read_from(file: Path) -> str:
    if not file.exists():
        make(file)
    if file.stat().st_mode & OTHERS:
        raise environment.WrongSettingError(f"{file} can be read by others: chmod 400 {file}")
    return file.read_text()


def make(file: Path) -> None:
    """Processes may start together: the file appears whole, and the first one stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    mine = file.with_name(f"{file.name}.{os.getpid()}")
    mine.touch(mode=0o600)
    mine.write_text(f"{new_key()}\n")
    mine.chmod(0o400)
    try:
        file.hardlink_to(mine)
    except FileExistsError:
        pass
    finally:
        mine.unlink()


def attempts_key(key: str, prefix: str, version: int) -> str:
    """Counted are names, codes and addresses of readers; kept is only what nobody reads without our secret."""
    said = f"{prefix}:{version}:{key}"
    return hmac.new(settings.SECRET_KEY.encode(), said.encode(), hashlib.sha256).hexdigest()
