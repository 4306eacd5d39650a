"""The words that all mechanisms share, read once from the reference folder."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from lapotne.adapters.problems import FileProblemsError
from lapotne.adapters.reference_yaml import Reference, read_reference


@lru_cache(maxsize=1)
def reference() -> Reference:
    """Needs, profiles, attributes, kinds of institution and municipalities; the demo's town only in a demo.

    Raises FileProblemsError when a file of the reference can't be used.
    """
    found = read_reference(_folders())
    if isinstance(found, list):
        raise FileProblemsError(found)
    return found


def _folders() -> list[Path]:
    root = Path(settings.DATA_ROOT)
    return [root / "reference", *([root / "demo"] if settings.DEMO else [])]
