"""Reads a folder of content: every page that can be used, and everything that is wrong, file by file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from lapotne.adapters.content.beside import faults_of_files
from lapotne.adapters.content.blocks import IN_SECTIONS, Block, Misplaced, blocks_of
from lapotne.adapters.content.kinds import (
    GIVEN_AWAY,
    KEY,
    SECTIONS_OF_KIND,
    Rule,
    is_text,
    is_words_of_pictures,
    rules_of_page,
    rules_of_text,
)
from lapotne.adapters.content.pages import Library, PageFile, TextFile
from lapotne.adapters.problems import Fault, Problem, has_errors
from lapotne.adapters.yaml_text.limits import decoded
from lapotne.adapters.yaml_text.reading import read_tree
from lapotne.adapters.yaml_text.tree import Tree

FENCE = "---\n"
LAST = 10_000


def read_library(folder: Path, languages: frozenset[str], municipalities: Collection[str]) -> Library:
    """All pages of a folder; a page or a text with errors is left out, the rest can be used.

    `municipalities` are the keys of those that a page may name.
    """
    found: dict[str, PageFile] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*/page.yaml")):
        page = read_page(file, languages, municipalities, problems)
        if page is not None:
            found[page.key] = page
    problems += lone_folders(folder)
    in_order = sorted(found.values(), key=_place)
    pages = {page.key: page for page in in_order}
    return Library(pages, tuple(sorted([*problems, *misplaced(pages)])))


def _place(page: PageFile) -> tuple[int, int, str]:
    """The level, then the order among siblings; what has none comes last."""
    return page.path.count("/") + bool(page.path), page.facts.get("order", LAST), page.path


def lone_folders(folder: Path) -> Iterator[Problem]:
    for inner in sorted(path for path in folder.glob("*/") if not (path / "page.yaml").exists()):
        yield Problem(f"{inner}/page.yaml", 0, 0, "The folder has no page.yaml.", "Add it, or take the folder out.")


def misplaced(pages: Mapping[str, PageFile]) -> Iterator[Problem]:
    """Pages that share an address, or hang under one that isn't there."""
    by_path: dict[str, PageFile] = {}
    for page in pages.values():
        if page.path in by_path:
            other = by_path[page.path].file
            yield Problem(page.file, 1, 1, f"The path {page.path!r} is that of {other} too.", "Give each its own.")
        by_path.setdefault(page.path, page)
        parent = page.path.rpartition("/")[0]
        if parent and parent not in by_path:
            yield Problem(
                page.file, 1, 1, f"No page has the path {parent!r}, under which this one lies.", "Add that page."
            )
        elif parent:
            yield from elsewhere(page, by_path[parent])


def elsewhere(page: PageFile, above: PageFile) -> Iterator[Problem]:
    """Whatever lies below a town's page is that town's."""
    town, other = above.facts.get("municipality"), page.facts.get("municipality")
    if town and other and town != other:
        yield Problem(
            page.file, 1, 1, f"The page above is that of {town}.", f"Write municipality: {town}, or leave it out."
        )


def read_page(
    file: Path, languages: frozenset[str], municipalities: Collection[str], problems: list[Problem]
) -> PageFile | None:
    raw = decoded(file.read_bytes(), str(file))
    if isinstance(raw, Problem):
        problems.append(raw)
        return None
    tree, found = read_tree(raw, str(file))
    if tree is not None:
        faults = [*faults_of_page(tree.value, file.parent.name), *faults_of_files(tree.value, file.parent)]
        faults += faults_of_towns(tree.value, municipalities)
        found += [tree.located(str(file), fault) for fault in faults]
    problems += found
    if tree is None or has_errors(found) or not isinstance(tree.value, dict):
        return None
    texts = {}
    for beside in sorted(file.parent.glob("*.md")):
        text, said = read_text(beside, tree.value, languages)
        problems += said
        if text is not None:
            texts[text.language] = text
    page = PageFile(file.parent.name, str(file), raw, tree.value, texts)
    if page.source not in texts and not (file.parent / f"{page.source}.md").exists():
        problems.append(
            Problem(str(file), 1, 1, f"The source {page.source}.md is missing.", "Add it, or name another.")
        )
    return page if page.source in texts else None


def faults_of_page(value: object, key: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault((), "The file isn't a mapping.", "Begin with `kind: article`.")
        return
    yield from faults_of(value, rules_of_page(value.get("kind")))
    path, kind = value.get("path"), value.get("kind")
    if kind != "home" and not path:
        yield Fault(("path",), "`path` is missing.", "Write the address of this page, as signs or news/a-day.")
    if isinstance(path, str) and GIVEN_AWAY.search(path):
        mend = "The path stays in the browser's history: take a neutral word."
        yield Fault(("path",), "This path gives away what the reader looked for.", mend)
    if not KEY.fullmatch(key):
        yield Fault((), f"The folder's name {key!r} isn't a key.", "Use small letters, digits and hyphens.")


def faults_of_towns(value: object, municipalities: Collection[str]) -> Iterator[Fault]:
    """Municipalities that aren't known, each where it stands."""
    said = value if isinstance(value, dict) else {}
    adopters = said.get("adopted_by")
    named = {("municipality",): said.get("municipality")}
    named |= {("adopted_by", at): key for at, key in enumerate(adopters if isinstance(adopters, list) else ())}
    for path, key in named.items():
        if isinstance(key, str) and key not in municipalities:
            near = get_close_matches(key, municipalities, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            mend = f"{meant}Write the key of one in reference/municipalities/, as lv-liepaja."
            yield Fault(path, f"There is no municipality {key!r}.", mend)


def faults_of(value: Mapping[Any, Any], rules: Mapping[str, Rule]) -> Iterator[Fault]:
    for key in value:
        if key not in rules:
            yield Fault((key,), f"The key `{key}` isn't known here.", f"There are: {', '.join(rules)}.", on_key=True)
    for key, rule in rules.items():
        if value.get(key) is None:
            if rule.required:
                yield Fault((), f"`{key}` is missing.", rule.write)
        elif not rule.holds(value[key]):
            yield Fault((key,), f"`{key}` can't be {value[key]!r}.", rule.write)


def read_text(file: Path, facts: Mapping[str, Any], languages: frozenset[str]) -> tuple[TextFile | None, list[Problem]]:
    """A page in one language, unless it has errors."""
    name, language = str(file), file.stem
    if language not in languages:
        return None, [
            Problem(name, 0, 0, f"There is no language {language!r}.", f"There are: {', '.join(sorted(languages))}.")
        ]
    raw = decoded(file.read_bytes(), name)
    if isinstance(raw, Problem):
        return None, [raw]
    if not raw.startswith(FENCE) or f"\n{FENCE}" not in raw:
        return None, [
            Problem(name, 1, 1, "The file has no front matter.", "Begin with a line `---`, title:, and another `---`.")
        ]
    # The first fence is a document's beginning to YAML too, so that lines count from the file's own.
    head, _, body = raw.partition(f"\n{FENCE}")
    tree, problems = read_tree(f"{head}\n", name)
    if tree is None or not isinstance(tree.value, dict):
        return None, problems or [
            Problem(name, 1, 1, "The front matter isn't a mapping.", "Write title: and summary:.")
        ]
    problems += [tree.located(name, fault) for fault in faults_of_text(tree.value, facts, language)]
    blocks, wrong = blocks_of(body, head.count("\n") + 3)
    lines = _lines(tree)
    sections = sections_of(tree.value, SECTIONS_OF_KIND.get(str(facts["kind"]), ()), lines, wrong)
    problems += [Problem(name, one.line, 1, one.message, one.mend) for one in wrong]
    text = TextFile(language, name, raw, tree.value, tuple(blocks), lines, sections)
    return (None if has_errors(problems) else text), problems


def sections_of(
    front: Mapping[Any, Any], names: Sequence[str], lines: Mapping[str, int], wrong: list[Misplaced]
) -> dict[str, tuple[Block, ...]]:
    """The parts of each section that is there; what can't stand in one is added to what is wrong."""
    sections = {}
    for name in names:
        if is_text(front.get(name)):
            said = str(front[name])
            # Several lines stand below their key, one stands beside it.
            blocks, misplaced = blocks_of(said, lines[name] + ("\n" in said))
            heads = (block.line for block in blocks if block.kind not in IN_SECTIONS)
            wrong += misplaced
            wrong += [Misplaced(line, f"A heading of level 2 stands in `{name}`.", "Use ###.") for line in heads]
            sections[name] = tuple(blocks)
    return sections


def faults_of_text(front: Mapping[Any, Any], facts: Mapping[str, Any], language: str) -> Iterator[Fault]:
    yield from faults_of(front, rules_of_text(str(facts["kind"])))
    if (language == facts["source"]) == (front.get("of") is not None):
        message = "A translation, and it alone, says `of`: the digest of the source's file."
        yield Fault(("of",) if "of" in front else (), message, "`lapotne content check` tells the digest.")
    if language == facts["source"] and is_words_of_pictures(front.get("pictures") or []):
        said, shown = [one["file"] for one in front.get("pictures") or []], facts.get("pictures") or []
        if said != shown:
            message = f"Words are here for: {', '.join(said) or 'no picture'}. Shown are: {', '.join(shown) or 'none'}."
            mend = "Say of each picture of page.yaml, in its order, what it shows."
            yield Fault(("pictures",) if "pictures" in front else (), message, mend)


def _lines(tree: Tree) -> dict[str, int]:
    return {str(key): tree.place((key,))[0] for key in tree.value} if isinstance(tree.value, dict) else {}
