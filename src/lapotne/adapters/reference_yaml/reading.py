"""The reference folder read as one: every file checked, every problem told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lapotne.adapters.catalogues import in_every_language
from lapotne.adapters.checked_text import check_with, read_checked
from lapotne.adapters.problems import Fault, Problem, has_errors
from lapotne.adapters.reference_yaml import decoding, shape
from lapotne.adapters.reference_yaml.words import Reference
from lapotne.adapters.shapes.kinds import Kind
from lapotne.adapters.shapes.vocabulary import Vocabulary
from lapotne.domain.protocol.decoding import decode_protocol

type Decode = Callable[[Mapping[str, Any]], dict[str, Any]]

DECODERS: Mapping[str, Decode] = {
    "attributes": decoding.attributes_of,
    "institution_types": decoding.institution_types_of,
    "needs": decoding.needs_of,
    "profiles": decoding.profiles_of,
    "municipalities": decoding.municipalities_of,
}
"""What each file holds; attributes come first, because needs and profiles speak in them."""


def read_reference(folders: Path | Sequence[Path]) -> Reference | list[Problem]:
    """All reference files of one or more folders, later ones adding entries, or every problem in them.

    A folder holds `attributes.yaml`, `needs.yaml` and so on, and a file a country in `municipalities/`.
    """
    sought = [folders] if isinstance(folders, Path) else list(folders)
    found: dict[str, dict[str, Any]] = {name: {} for name in DECODERS}
    raw: dict[str, Mapping[str, object]] = {}
    problems: list[Problem] = []
    for name, decode in DECODERS.items():
        files = [file for folder in sought for file in _files(folder, name)]
        if not files:
            problems.append(_missing(sought, name))
        for file in files:
            checked = read_checked(file, str(file), check_with(shape_of(name, _attribute_words(found))))
            problems += checked.problems
            if not has_errors(checked.problems):
                raw[name if name != "municipalities" else f"municipalities/{file.stem}"] = checked.raw
                found[name] |= decode(in_every_language(checked.raw))
    protocols = _protocols(sought, problems)
    return problems if has_errors(problems) else Reference(**found, protocols=protocols, raw=raw)


def _protocols(folders: Sequence[Path], problems: list[Problem]) -> dict[str, Mapping[str, Any]]:
    """The steps of each country that a folder gives, by country; problems are added to those known."""
    found: dict[str, Mapping[str, Any]] = {}
    for file in (folder / "protocol.yaml" for folder in folders):
        if file.exists():
            checked = read_checked(file, str(file), _protocol_faults)
            problems += checked.problems
            found[str(checked.raw.get("country"))] = in_every_language(checked.raw)
    return found


def _protocol_faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    if not isinstance(raw.get("country"), str):
        yield Fault((), "The protocol doesn't say its country.", "Add `country:` with two letters.")
    decoded = decode_protocol(raw)
    if isinstance(decoded, list):
        yield from (Fault(problem.path, problem.message, problem.mend) for problem in decoded)


def shape_of(name: str, vocabulary: Vocabulary) -> Kind:
    """The shape of the reference file with a name."""
    return {
        "attributes": shape.attributes_file,
        "institution_types": shape.institution_types_file,
        "needs": lambda: shape.needs_file(vocabulary),
        "profiles": lambda: shape.profiles_file(vocabulary),
        "municipalities": shape.municipalities_file,
    }[name]()


def _attribute_words(found: Mapping[str, Mapping[str, Any]]) -> Vocabulary:
    return Vocabulary(attributes={key: tuple(known.values) for key, known in found["attributes"].items()})


def _files(folder: Path, name: str) -> list[Path]:
    if name == "municipalities":
        return sorted((folder / name).glob("*.yaml"))
    file = folder / f"{name}.yaml"
    return [file] if file.exists() else []


def _missing(folders: Sequence[Path], name: str) -> Problem:
    where = ", ".join(str(folder) for folder in folders) or "no folder"
    file = f"{name}/*.yaml" if name == "municipalities" else f"{name}.yaml"
    return Problem(file, 1, 1, f"`{file}` wasn't found in {where}.", "Name the folder that holds the reference files.")
