"""Habits of the house that a machine can check in the source itself."""

import ast
import re
from pathlib import Path

import pytest

from tests.repository.sources import SOURCE, functions, modules, shown, templates, tree

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
VIEWS = [path for path in modules() if path.stem == "views" or path.parent.name == "views"]
BASES = ("base.html", "base_staff.html")


def test_a_module_opens_with_why_it_exists():
    silent = [shown(path) for path in modules() if not ast.get_docstring(tree(path))]
    assert silent == [], "habit 11: a module opens with one line on why it exists"


def test_no_drawer_for_what_has_no_name():
    assert [shown(path) for path in modules() if DRAWERS & {path.stem, path.parent.name}] == []


@pytest.mark.parametrize("path", VIEWS, ids=shown)
def test_views_load_through_queries(path):
    managers = [
        node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute) and node.attr == "objects"
    ]
    assert not managers, "habit 4: `.objects` belongs to queries"


def test_no_import_of_ours_hides_in_a_function():
    hidden = [
        f"{shown(path)}: {name}"
        for path in modules()
        for function in functions(path)
        for inner in ast.walk(function)
        for name in imported(inner)
        if name.startswith("lapotne")
    ]
    assert not hidden, "layers hold only when every import stands at the top"


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def test_a_page_extends_a_base():
    assert [shown(path) for path in templates() if not is_part(path) and not extends(path)] == [], (
        "a page extends a base; a fragment lies in parts/"
    )


def is_part(path: Path) -> bool:
    """Wagtail keeps its fragments in `includes`, and ours that stand in their place lie there too."""
    is_fragment = path.parent.name == "parts" or "includes" in path.parts or path.name.startswith("_")
    return is_fragment or path.name == "base.html"


def extends(path: Path) -> bool:
    return bool(re.match(r"\s*\{% extends ", path.read_text(encoding="utf-8")))


def test_a_public_page_writes_days_in_one_way():
    written = re.compile(r"""\|(?:date|time)(?::["']([^"']*)["'])?""")
    public = [path for path in templates() if "website" in path.parts]
    found = {shown(path): set(written.findall(path.read_text(encoding="utf-8"))) - {"Y-m-d", "c"} for path in public}
    assert {path: formats for path, formats in found.items() if formats} == {}, (
        "these are for programs; for readers there is `|full_day`"
    )


def test_a_template_has_nothing_inline_that_browsers_would_refuse():
    inline = re.compile(r"\sstyle=\"|<style|\son[a-z]+=\"|<script(?![^>]*\bsrc=)")
    assert [shown(path) for path in templates() if inline.search(path.read_text(encoding="utf-8"))] == []


def test_each_app_has_only_the_rooms_of_the_house():
    rooms = {
        "__init__", "apps", "urls", "views", "api", "admin", "tasks", "management", "forms",
        "presenters", "actions", "queries", "permissions", "models", "migrations", "templatetags",
        "wagtail_hooks", "blocks",
    }  # fmt: skip
    found = {
        shown(path)
        for app in (SOURCE / "apps").iterdir()
        if app.is_dir() and app.name != "__pycache__"
        for path in app.iterdir()
        if path.stem not in rooms | {"__pycache__"}
    }
    assert not found, "another name needs an ADR"
