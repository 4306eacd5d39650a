"""What a folder of content must also be, beyond readable: complete, in step with its sources, linked, and plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from lapotne.adapters.content.blocks import Block
from lapotne.adapters.content.inline import SCHEMES, TOOLS, links_of, refused_links
from lapotne.adapters.content.kinds import LONG
from lapotne.adapters.content.pages import BODY, Library, PageFile, TextFile
from lapotne.adapters.content.sentences import MOST_ON_AVERAGE, MOST_WORDS, mean, sentences_of
from lapotne.adapters.problems import Problem

REQUIRED = ("home", "article", "glossary")
"""Kinds of which every language needs every page; what happened and what was tried somewhere may be in some."""


def check_library(library: Library, complete: Sequence[str]) -> list[Problem]:
    """All that is wrong with pages that can be read; `complete` are the languages that may lack nothing."""
    problems = [problem for page in library.pages.values() for problem in _of_page(page, library, complete)]
    return sorted([*library.problems, *problems])


def _of_page(page: PageFile, library: Library, complete: Sequence[str]) -> Iterator[Problem]:
    if page.kind in REQUIRED:
        for language in (code for code in complete if code not in page.texts):
            file = page.file.replace("page.yaml", f"{language}.md")
            yield Problem(file, 0, 0, "This page has to be there in this language.", f"Translate {page.source}.md.")
    source = page.texts[page.source]
    for text in page.texts.values():
        if text is not source:
            yield from out_of_step(text, source)
        yield from bad_links(text, library)
        yield from hard_to_read(text)


def out_of_step(text: TextFile, source: TextFile) -> Iterator[Problem]:
    """Where a translation isn't of the source's text as it stands, or differs from it block by block."""
    line = text.lines.get("of", 1)
    if text.front.get("of") != source.digest:
        message = f"The source {source.language}.md changed after this was translated."
        yield Problem(text.file, line, 1, message, f'Bring the text up to date, then write of: "{source.digest}".')
    if extra := {*source.front, "of"} ^ {*text.front, "of"}:
        names = ", ".join(sorted(extra))
        yield Problem(text.file, 1, 1, f"Source and translation differ in: {names}.", "Give both the same keys.")
    yield from other_pictures(text, source)
    for name, original in source.streams.items():
        for ours, theirs in zip_longest(text.streams.get(name, ()), original):
            if ours is None or theirs is None or ours.shape != theirs.shape:
                yield _differing(text, source, name, (ours, theirs))
                break


def other_pictures(text: TextFile, source: TextFile) -> Iterator[Problem]:
    """Where words of a picture are missing in a translation, or stand there alone."""
    ours, theirs = (
        [(*place, name) for place, words in one.pictures.items() for name in words] for one in (text, source)
    )
    if wrong := dict.fromkeys(f"{name} of {file}" for file, _, name in {*ours} ^ {*theirs}):
        message = f"Source and translation differ in: {', '.join(sorted(wrong))}."
        line = text.lines.get("pictures", 1)
        yield Problem(text.file, line, 1, message, "Give the same pictures the same words.")


def _differing(text: TextFile, source: TextFile, name: str, pair: tuple[Block | None, Block | None]) -> Problem:
    ours, theirs = pair
    end = "the end of the text" if name == BODY else f"the end of `{name}`"
    here = _named(ours) if ours else end
    there = f"{_named(theirs)} (line {theirs.line})" if theirs else end
    message = f"Here stands {here}, in {source.language}.md {there}."
    last = text.raw.count("\n") if name == BODY else text.lines.get(name, 1)
    return Problem(text.file, ours.line if ours else last, 1, message, "Keep the source's parts, one for one.")


def _named(block: Block) -> str:
    return block.kind if len(block.texts) == 1 else f"{block.kind} of {len(block.texts)}"


def bad_links(text: TextFile, library: Library) -> Iterator[Problem]:
    for block in _read(text):
        for words in block.texts:
            for address in links_of(words):
                if fault := _fault(address, library):
                    yield Problem(text.file, block.line, 1, f"The link {address} leads nowhere: {fault}.", "Mend it.")
            for address in refused_links(words):
                mend = f"Links begin with {', '.join(f'{scheme}:' for scheme in SCHEMES)}."
                yield Problem(text.file, block.line, 1, f"{address!r} can't be a link.", mend)


def _read(text: TextFile) -> Iterator[Block]:
    """All that is read but the title: the summary, and what else the front matter says in sentences, as blocks."""
    for name in ("summary", *LONG):
        if text.front.get(name):
            yield Block("paragraph", (str(text.front[name]),), text.lines[name])
    for blocks in text.streams.values():
        yield from blocks


def _fault(address: str, library: Library) -> str:
    scheme, _, target = address.partition(":")
    if scheme == "page" and target.partition("#")[0] not in library.pages:
        return "no page has this key"
    if scheme == "tool" and target not in TOOLS:
        return f"the tools are {', '.join(TOOLS)}"
    return ""


def hard_to_read(text: TextFile) -> Iterator[Problem]:
    words = [said for picture in text.pictures.values() for name, said in picture.items() if name != "credit"]
    pictures = Block("list", tuple(words), text.lines.get("pictures", 1))
    sentences = list(sentences_of((pictures, *_read(text))))
    for sentence in sentences:
        if sentence.words > MOST_WORDS:
            message = f"A sentence of {sentence.words} words: “{sentence.text[:60]}…”."
            yield Problem(text.file, sentence.line, 1, message, f"Split it: {MOST_WORDS} are the most.")
    if (average := mean(sentences)) > MOST_ON_AVERAGE:
        message = f"Sentences have {average:.1f} words on average."
        yield Problem(text.file, 1, 1, message, f"Shorten some: {MOST_ON_AVERAGE} are the most.")
