"""The six states of help at a moment, and the ways in which help is reached."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class State(IntEnum):
    """How far help is there, worst first; coverage.md rules 7 to 12."""

    NOBODY = 0
    UNCONFIRMED = 1
    DEPENDS = 2
    TOO_FAR = 3
    BY_PHONE = 4
    COVERED = 5


class Mode(StrEnum):
    """How an availability is reached; everything but in person is "by phone or on call"."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    REMOTE = "remote"
    ON_CALL = "on_call"

    @property
    def is_travelled_to(self) -> bool:
        """Whether kilometres matter: they do in person and on call (rule 10)."""
        return self in (Mode.IN_PERSON, Mode.ON_CALL)
