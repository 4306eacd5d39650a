"""Sends every statement to the owner while tables change: migrations of libraries write through the default way in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import router


class OwnerAlone:
    """Django asks it which connection to take."""

    def db_for_read(self, _model: Any, **_hints: Any) -> str:
        return "owner"

    db_for_write = db_for_read

    def allow_relation(self, *_given: Any, **_hints: Any) -> bool:
        return True


@contextmanager
def as_owner() -> Iterator[None]:
    """What is read and written inside goes through the owner's connection; for commands, which are one thread."""
    before = router.routers
    router.routers = [OwnerAlone()]
    try:
        yield
    finally:
        router.routers = before
