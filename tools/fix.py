"""Repairs by machine what a machine can repair."""

from tools.paths import start


def main(_arguments: list[str]) -> int:
    linted = start("ruff", "check", "--fix", "--quiet", ".")
    return start("ruff", "format", "--quiet", ".") or linted
