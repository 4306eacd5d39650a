"""Sources: where a claim comes from."""

from __future__ import annotations

from lapotne.adapters.problems import Said
from lapotne.adapters.shapes.compounds import Field, Keyed, Record, need
from lapotne.adapters.shapes.days import day_or_year
from lapotne.adapters.shapes.kinds import Text, Word
from lapotne.adapters.shapes.texts import address, note

source_key = Text(Said("a source's key"), r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", "archive-2016-12", 80)


def source(*, relative: bool) -> Record:
    """Where a claim comes from, of which day, and how sure it is."""
    confidence = Word(("archive", "verified", "invented"), named=Said("a degree of confidence"))
    fields: dict[str, Field] = {
        "title": need(Text(Said("a title"), longest=600), Said("what it is called")),
        "publisher": Field(Text(Said("a publisher"), longest=300)),
        "date": Field(day_or_year(relative=relative), about=Said("the day it speaks of, or the year")),
        "address": Field(address),
        "confidence": need(
            confidence, Said("archive: said then; verified: read in a public copy; invented: demo only")
        ),
        "note": Field(note),
    }
    return Record(fields, named=Said("a source"))


def sources(*, relative: bool) -> Keyed:
    """All sources of a document by key."""
    return Keyed(source(relative=relative), named=Said("a mapping of sources by key"))
