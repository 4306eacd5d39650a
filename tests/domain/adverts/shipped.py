"""The rules that ship, read once, and the situations in sentences."""

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from lapotne.adapters.adverts_yaml import Adverts, read_adverts
from lapotne.config.languages import LANGUAGES
from lapotne.config.paths import ROOT

CODES = sorted(code for code, _ in LANGUAGES)
SITUATIONS = Path(__file__).parents[2] / "adverts" / "situations"


@cache
def adverts() -> Adverts:
    found = read_adverts(ROOT / "reference" / "adverts")
    assert not isinstance(found, list), "\n".join(map(str, found))
    return found


@cache
def situations(language: str) -> dict[str, Any]:
    """Sentences by the flag that they raise; those that raise none strongly, or not this one; those that must."""
    return YAML(typ="safe").load(SITUATIONS / f"{language}.yaml")
