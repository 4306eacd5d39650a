"""The list of facts as a page of Markdown, for whoever wants to ask without reading the rulebooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill

from lapotne.domain.entitlements.facts import FactDefinition, FactKind
from lapotne.domain.entitlements.phrases import text

LANGUAGE, WIDTH = "en", 120
HEAD = """# Facts about a person

What may be told of a person, in every country, for `lapotne law --facts` and for programs. Whatever is left out, `null`
or `unknown` is unknown, never no. `lapotne rules facts` prints this page from `rules/facts.yaml`; `lapotne law
--facts-schema` and `GET /api/v1/law/facts` give the same as a JSON Schema. Conditions over facts stand in
[rulebook-format.md](rulebook-format.md).
"""
WRITTEN = {
    FactKind.YES_NO: "`true` or `false`.",
    FactKind.DATE: "A day, `never`, or `sometime` where the day isn't known.",
    FactKind.AGE: "Years as a number, a range `{from: 15, below: 18}`, or one of:",
    FactKind.NUMBER: "A number.",
    FactKind.ONE_OF: "One of:",
}
FIXED = "Nobody can change it, so it is never told as what would open help."


def facts_page(definitions: Mapping[str, FactDefinition]) -> str:
    """Every fact with its question, why it is asked, how it is written and what its values mean."""
    return "\n".join([HEAD, *(line for fact in definitions.values() for line in _lines(fact))])


def _lines(fact: FactDefinition) -> Iterator[str]:
    yield f"## `{fact.key}`: {text(fact.names, LANGUAGE)}\n"
    yield _filled(text(fact.question, LANGUAGE)) + "\n"
    yield _filled(text(fact.why, LANGUAGE)) + "\n"
    fixed = f" {FIXED}" if fact.fixed and fact.kind is FactKind.YES_NO else ""
    yield _filled(f"{WRITTEN[fact.kind]}{fixed}") + "\n"
    for key, value in fact.values.items():
        yield _filled(f"- `{key}`: {text(value.names, LANGUAGE)}", later="  ")
    if fact.values:
        yield ""


def _filled(words: str, later: str = "") -> str:
    return fill(words, WIDTH, subsequent_indent=later, break_long_words=False, break_on_hyphens=False)
