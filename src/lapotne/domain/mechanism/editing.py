"""A document changed in one place: of what a layer inherits, it says only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lapotne.domain.mechanism.layers import ABSENT, Path, Raw, at


@dataclass(frozen=True, slots=True)
class Edit:
    """What an entry is to be once all layers are laid over each other; `wanted` None removes it for a reason."""

    path: Path
    wanted: Raw | None
    reason: str = ""


def edited(own: Raw, upper: Raw, edit: Edit) -> Raw:
    """The layer's own document with one entry changed; the arguments stay as they are.

    `upper` is what the layers above hold together. What equals it isn't repeated, so that it keeps following it;
    an entry that comes from above is removed by `absent` with the reason, one's own simply goes.
    """
    above, mine = at(upper, edit.path), at(own, edit.path)
    if edit.wanted is None:
        left: Raw | None = {ABSENT: edit.reason} if isinstance(above, Mapping) else None
    else:
        left = _override(_entry(mine), _entry(above), edit.wanted) or None
    return _placed(own, edit.path, left)


def effective(own: Raw, upper: Raw) -> Raw:
    """One entry as it holds: what the layer says, laid over what it inherits."""
    if ABSENT in own:
        return {}
    laid = dict(upper)
    for key, value in own.items():
        above = laid.get(key)
        both = isinstance(value, Mapping) and isinstance(above, Mapping)
        laid[key] = effective(value, above) if both else value  # type: ignore[arg-type]
    return laid


def _override(mine: Raw, above: Raw, wanted: Raw) -> Raw:
    """The least that has to be said so that the entry is as wanted; what is said already stays."""
    said = dict(mine)
    now = effective(mine, above)
    for key, value in wanted.items():
        if key not in now or now[key] != value:
            _say(said, key, value, above)
    for key in now:
        if key not in wanted:
            _unsay(said, key, above)
    return said


def _say(said: dict[str, Any], key: str, value: object, above: Raw) -> None:
    inherited = above.get(key)
    if key in above and inherited == value:
        said.pop(key, None)
    elif isinstance(value, Mapping) and isinstance(inherited, Mapping):
        said[key] = _override(_entry(said.get(key)), inherited, value)
    else:
        said[key] = value


def _unsay(said: dict[str, Any], key: str, above: Raw) -> None:
    """What comes from above can't be left out; null says that nothing holds."""
    if above.get(key) is not None:
        said[key] = None
    else:
        said.pop(key, None)


def _entry(value: object) -> Raw:
    return value if isinstance(value, Mapping) and ABSENT not in value else {}


def _placed(raw: Raw, path: Path, value: Raw | None) -> Raw:
    """A copy with the value at the path; None takes it away, and with it mappings that it leaves empty."""
    key, *rest = path
    changed = dict(raw)
    if rest:
        below = changed.get(key)
        inner = below if isinstance(below, Mapping) and ABSENT not in below else {}
        value = _placed(inner, tuple(rest), value) or None
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed
