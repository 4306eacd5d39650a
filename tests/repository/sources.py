"""The files of the repository, as the tests of its habits read them."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "lapotne"
LOCAL = {".git", ".venv", ".hypothesis", "var", "node_modules", "built", "__pycache__"}
"""Folders of one machine."""


def modules() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def templates() -> list[Path]:
    return sorted(SOURCE.rglob("templates/**/*.html"))


def committed() -> list[Path]:
    """Every text file that would be committed; folders that never are aren't even looked into, for they are large."""
    found: list[Path] = []
    for folder, below, names in ROOT.walk():
        below[:] = [name for name in below if name not in LOCAL and not name.endswith("_cache")]
        found += [folder / name for name in names if Path(name).suffix not in {".png", ".mo", ".pdf", ".pyc"}]
    return [path for path in found if path.is_file()]
