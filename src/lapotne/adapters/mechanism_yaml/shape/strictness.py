"""How strictly a document is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Strictness:
    """How a document is read: `complete` asks for all that an entry needs after merging, `demo` admits relative days.

    `today` is the day from which relative days count.
    """

    complete: bool
    demo: bool
    today: date
