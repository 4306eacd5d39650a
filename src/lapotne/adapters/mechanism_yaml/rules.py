"""What a document must keep beyond its shape: its name, its sources, no address of a bed, no number that rings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lapotne.adapters.mechanism_yaml.addresses import address_faults
from lapotne.adapters.mechanism_yaml.shape.parts import TELEPHONES
from lapotne.adapters.problems import Fault, Path, Said, Severity
from lapotne.domain.mechanism.layers import Merged

DEMO_NUMBER = "+371 0"
"""No Latvian number begins with 0 after the country code, so none of these can be dialled."""

type Raw = Mapping[str, Any]

type Values = Sequence[tuple[Path, Any, Any]]
"""Every value of a document with its path and its key or position."""


def rule_faults(raw: Raw, merged: Merged, *, alone: bool) -> Iterator[Fault]:
    """Everything wrong with a document whose shape is right; `merged` is it laid over the layers above.

    `alone`: the layers above aren't at hand, and a source may be listed there.
    """
    values = list(walk(raw, ()))
    if not alone:
        yield from source_faults(values, merged)
    yield from address_faults(raw, merged)
    yield from availability_faults(values)
    yield from demo_faults(values, demo=bool(raw.get("demo")))


def source_faults(values: Values, merged: Merged) -> Iterator[Fault]:
    """Every claim names a source that is there; a confirmation by source needs the source's date."""
    sources = merged.section("sources")
    for path, key in _named_sources(values):
        if key not in sources:
            mend = Said(
                "Add it to `sources:`, or write one of: {found}.", found=", ".join(sources) or "none is there yet"
            )
            yield Fault(path, Said("The source `{key}` isn't listed.", key=key), mend)
        elif path[-2:] == ("confirmation", "source") and sources[key].get("date") is None:
            message = Said("The source `{key}` has no date, so it confirms nothing.", key=key)
            yield Fault(path, message, Said("Give the source its `date:`."), Severity.WARNING)


def _named_sources(values: Values) -> Iterator[tuple[Path, str]]:
    for below, key, value in values:
        if key == "source" and isinstance(value, str) and below[0] != "protocol":
            yield below, value


def availability_faults(values: Values) -> Iterator[Fault]:
    """Keys of availabilities are distinct; `on_holidays` beside a text that speaks of PH says nothing."""
    for path, key, value in values:
        if key != "availabilities" or not isinstance(value, list):
            continue
        seen: set[str] = set()
        for index, availability in enumerate(value):
            name = availability.get("key")
            if name in seen:
                message = Said("Two availabilities of this list have the key `{name}`.", name=name)
                yield Fault((*path, index, "key"), message, Said("Give each its own."))
            seen |= {name} if name else set()
            hours = availability.get("hours") or ""
            if availability.get("on_holidays") and re.search(r"\bPH\b|24/7", re.sub(r'"[^"]*"', "", hours)):
                message = Said("`{hours}` speaks of holidays itself, so `on_holidays` has no effect.", hours=hours)
                yield Fault((*path, index, "on_holidays"), message, Said("Leave one of them out."), Severity.WARNING)


def demo_faults(values: Values, *, demo: bool) -> Iterator[Fault]:
    """A demo's numbers can't be dialled; invented sources stand in demos only."""
    for path, key, value in values:
        if demo and key == "contacts" and isinstance(value, list):
            for index, contact in enumerate(value):
                if contact["kind"] in TELEPHONES and not contact["value"].startswith(DEMO_NUMBER):
                    message = Said("`{contact}` could ring somewhere, and this is a demo.", contact=contact["value"])
                    yield Fault(
                        (*path, index, "value"),
                        message,
                        Said("Begin it with `{demo_number}`.", demo_number=DEMO_NUMBER),
                    )
        if not demo and key == "confidence" and value == "invented":
            message = Said("An invented source stands in a file that isn't a demo.")
            yield Fault(path, message, Said("Name a real source, or write `demo: true`."))


def walk(raw: object, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Every value below with its path and its key or position."""
    items = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for key, value in items:
        below = (*path, key)
        yield below, key, value
        if isinstance(value, dict | list):
            yield from walk(value, below)
