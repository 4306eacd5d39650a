"""All inflected forms of the words that rule files write in their base form, kept in `forms/<language>.txt`.

The dictionaries they come from take up to four seconds and 378 MB each to load, so nothing that serves pages loads one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from lapotne.adapters.adverts_yaml.shape import phrase_lists
from lapotne.domain.adverts.lexicon import ANY, EXACT, Forms
from lapotne.domain.adverts.phrases import parse

HEAD = "# Made by `./dev words` from words/{language}.yaml and simplemma's dictionary; a word, then its other forms.\n"


def words_of(raw: Mapping[str, Any]) -> list[str]:
    """The words of a file of words that stand for all their forms, in order."""
    lists = raw["lists"]
    phrases = [parse(written, lists) for _, listed in phrase_lists(raw) for written in listed or ()]
    words = {word for phrase in phrases for word in phrase.words}
    return sorted(word for word in words if word[0].isalpha() and not word.endswith(ANY) and not word.startswith(EXACT))


def forms_of(
    words: Iterable[str], lemma_of: Mapping[str, str], *, common: Collection[str] = (), denying: str = ""
) -> dict[str, list[str]]:
    """Every form that has the same base form as a word, by a dictionary of base forms; words it lacks have none.

    `common` words are no forms of others, for they say nothing. `denying` is what a language puts before verbs to deny
    them: dictionaries give "prasām" and "neprasām" one base form, and they are opposites.
    """
    # German writes nouns with a capital, and so does its dictionary.
    bases = {word: lemma_of.get(word) or lemma_of.get(word.capitalize()) or word for word in words}
    by_base: dict[str, set[str]] = {base: {base} for base in bases.values()}
    for form, base in lemma_of.items():
        if base in by_base and " " not in form:
            by_base[base].add(form)

    def agrees(form: str, word: str) -> bool:
        is_same = not denying or form.lower().startswith(denying) == word.startswith(denying)
        return is_same and form.lower() not in common

    return {word: sorted(form for form in by_base[base] - {word} if agrees(form, word)) for word, base in bases.items()}


def written_forms(language: str, forms: Mapping[str, list[str]]) -> str:
    """The text of a file of forms."""
    lines = [f"{word}: {' '.join(others)}".rstrip() for word, others in sorted(forms.items())]
    return HEAD.format(language=language) + "\n".join(lines) + "\n"


def read_forms(file: Path) -> Forms:
    """Forms by word; a language without the file has none, and its words match as they are written."""
    if not file.exists():
        return {}
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    entries = (line.partition(":") for line in lines)
    return {word: frozenset(others.split()) for word, _, others in entries}
