"""Sends every statement to the owner while tables change: migrations of libraries write through the default way in."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections

from lapotne.config.databases.data import OWNER


@contextmanager
def as_owner() -> Iterator[None]:
    """What is read and written inside goes through the owner's connection; for commands, which are one thread."""
    serving = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[OWNER]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = serving
