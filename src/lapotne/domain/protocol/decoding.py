"""A protocol from plain values, as its layers laid over each other give them; docs/protocol.md says what they mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from lapotne.domain.protocol.reading import Path, Problem, Reader
from lapotne.domain.protocol.reading_when import read_facts, read_when
from lapotne.domain.protocol.situations import Note, Situation
from lapotne.domain.protocol.steps import (
    Adoption,
    Limit,
    Pass,
    Protocol,
    Reach,
    Source,
    Status,
    Step,
    Unanswered,
    Variant,
)

TOP = ("lapotne", "country", "note", "status", "adopted", "sources", "situations", "steps")
SITUATION = ("names", "when", "first", "law")
SHARED = ("acts", "decides", "what", "rule", "reach", "within", "passes", "unanswered", "law", "source")
STEP = ("order", "names", *SHARED, "when", "assumes", "variants")
VARIANT = ("first", *SHARED)
SOURCE = ("title", "publisher", "date", "address", "confidence")

type Fields = Mapping[str, object]


def decode_protocol(raw: Fields, *, known_sources: Collection[str] = ()) -> Protocol | list[Problem]:
    """The protocol that a document means, or all that is wrong with it; never half of both.

    `raw` is the country's document with the mechanism's `protocol` laid over it; `known_sources` are keys of
    sources that the mechanism file lists itself.
    """
    reader = Reader()
    top = reader.fields(raw, (), TOP)
    sources = {
        key: _source(reader, key, value, ("sources", key))
        for key, value in reader.keyed(top.get("sources"), ("sources",))
    }
    reader.sources = {*sources, *known_sources}
    situations = tuple(
        _situation(reader, key, value, ("situations", key))
        for key, value in reader.keyed(top.get("situations"), ("situations",))
    )
    steps = [_step(reader, key, value, ("steps", key)) for key, value in reader.keyed(top.get("steps"), ("steps",))]
    if not steps:
        reader.wrong(("steps",), "The protocol has no steps.", "Give at least one step under `steps`.")
    _check_variants(reader, steps, {situation.key for situation in situations})
    status, adoption = _adoption(reader, top)
    in_order = tuple(sorted(steps, key=lambda step: (step.order, step.key)))
    return reader.problems or Protocol(in_order, situations, sources, status, adoption)


def _source(reader: Reader, key: str, value: object, path: Path) -> Source:
    texts = reader.fields(value, path, SOURCE)
    if "title" not in texts:
        reader.wrong(path, "The source has no title.", "Add `title:` with the name of the document or page.")
    return Source(key, *(reader.text(texts.get(name), (*path, name)) for name in SOURCE))


def _adoption(reader: Reader, top: Fields) -> tuple[Status, Adoption | None]:
    status = reader.choice(top.get("status"), ("status",), Status, Status.PROPOSED)
    if "adopted" not in top:
        if status is Status.ADOPTED:
            reader.wrong(("status",), "Adopted by whom isn't said.", "Add `adopted: {on: DAY, by: NAME}`.")
        return status, None
    path = ("adopted",)
    said = reader.fields(top["adopted"], path, ("on", "number", "by"))
    on = reader.day(said.get("on"), (*path, "on"))
    number, by = (reader.text(said.get(name), (*path, name)) for name in ("number", "by"))
    if status is Status.ADOPTED and not (on and by):
        reader.wrong(path, "The day and the body are missing.", "Add `on: DAY` and `by: NAME`.")
    return status, Adoption(on, number, by)


def _situation(reader: Reader, key: str, value: object, path: Path) -> Situation:
    said = reader.fields(value, path, SITUATION)
    return Situation(
        key,
        when=read_when(reader, said.get("when"), (*path, "when")),
        names=reader.names(said.get("names"), (*path, "names")),
        first=reader.references(said.get("first"), (*path, "first")),
        law=reader.items(said.get("law"), (*path, "law"), lambda item, place: _note(reader, item, place)),
    )


def _step(reader: Reader, key: str, value: object, path: Path) -> Step:
    said = reader.fields(value, path, STEP)
    order = reader.minutes(said["order"], (*path, "order")) if "order" in said else 0
    return Step(
        key=key,
        order=order,
        names=reader.names(said.get("names"), (*path, "names")),
        what=reader.names(said.get("what"), (*path, "what")),
        rule=reader.names(said.get("rule"), (*path, "rule")),
        acts=reader.references(said.get("acts"), (*path, "acts")),
        decides=reader.references(said.get("decides"), (*path, "decides")),
        reach=reader.choice(said.get("reach"), (*path, "reach"), Reach, Reach.FIRST),
        within=_if_said(said, "within", path, lambda item, place: _limit(reader, item, place)),
        passes=_passes(reader, said.get("passes"), (*path, "passes")),
        unanswered=_if_said(said, "unanswered", path, lambda item, place: _unanswered(reader, item, place)),
        when=_if_said(said, "when", path, lambda item, place: read_when(reader, item, place)),
        assumes=read_facts(reader, said.get("assumes"), (*path, "assumes")),
        law=reader.items(said.get("law"), (*path, "law"), lambda item, place: _note(reader, item, place)),
        variants=tuple(
            _variant(reader, situation, item, (*path, "variants", situation))
            for situation, item in reader.keyed(said.get("variants"), (*path, "variants"))
        ),
        source=reader.source(said.get("source"), (*path, "source")),
    )


def _variant(reader: Reader, situation: str, value: object, path: Path) -> Variant:
    said = reader.fields(value, path, VARIANT)
    return Variant(
        situation,
        first=reader.references(said.get("first"), (*path, "first")),
        acts=_if_said(said, "acts", path, reader.references),
        decides=_if_said(said, "decides", path, reader.references),
        what=_if_said(said, "what", path, reader.names),
        rule=_if_said(said, "rule", path, reader.names),
        within=_if_said(said, "within", path, lambda item, place: _limit(reader, item, place)),
        passes=_if_said(said, "passes", path, lambda item, place: _passes(reader, item, place)),
        reach=_if_said(said, "reach", path, lambda item, place: reader.choice(item, place, Reach, Reach.FIRST)),
        unanswered=_if_said(said, "unanswered", path, lambda item, place: _unanswered(reader, item, place)),
        law=reader.items(said.get("law"), (*path, "law"), lambda item, place: _note(reader, item, place)),
        source=reader.source(said.get("source"), (*path, "source")),
    )


def _limit(reader: Reader, value: object, path: Path) -> Limit:
    said = reader.fields(value, path, ("minutes", "proposed", "source"))
    minutes = reader.minutes(said.get("minutes"), (*path, "minutes"))
    return Limit(minutes, *_standing_of_time(reader, said, path))


def _unanswered(reader: Reader, value: object, path: Path) -> Unanswered:
    said = reader.fields(value, path, ("after_minutes", "then", "proposed", "source"))
    minutes = reader.minutes(said.get("after_minutes"), (*path, "after_minutes"))
    then = reader.references(said.get("then"), (*path, "then"))
    return Unanswered(minutes, then, *_standing_of_time(reader, said, path))


def _standing_of_time(reader: Reader, said: Fields, path: Path) -> tuple[bool, str]:
    """Whether a time is only proposed, and its source; it can't be both."""
    source = reader.source(said.get("source"), (*path, "source"))
    proposed = reader.flag(said.get("proposed"), (*path, "proposed"), otherwise=not source)
    if proposed and source:
        mend = "Write `proposed: false` where the source says the time; else leave the source out."
        reader.wrong(path, "This time has a source and is called proposed as well.", mend)
    return proposed, source


def _passes(reader: Reader, value: object, path: Path) -> tuple[Pass, ...]:
    return reader.items(value, path, lambda item, place: _pass(reader, item, place))


def _pass(reader: Reader, value: object, path: Path) -> Pass:
    said = reader.fields(value, path, ("what", "to", "basis", "source"))
    return Pass(
        what=reader.names(said.get("what"), (*path, "what")),
        to=reader.references(said.get("to"), (*path, "to")),
        basis=reader.names(said.get("basis"), (*path, "basis")),
        source=reader.source(said.get("source"), (*path, "source")),
    )


def _note(reader: Reader, value: object, path: Path) -> Note:
    said = reader.fields(value, path, ("text", "source"))
    text = reader.names(said.get("text"), (*path, "text"))
    return Note(text, reader.source(said.get("source"), (*path, "source")))


def _check_variants(reader: Reader, steps: list[Step], situations: set[str]) -> None:
    for step in steps:
        for variant in step.variants:
            if variant.situation not in situations:
                path = ("steps", step.key, "variants", variant.situation)
                known = ", ".join(sorted(situations)) or "none"
                reader.wrong(path, f"No situation has the key `{variant.situation}`.", f"Known: {known}.")


def _if_said[T](said: Fields, name: str, path: Path, read: Callable[[object, Path], T]) -> T | None:
    return read(said[name], (*path, name)) if name in said else None
