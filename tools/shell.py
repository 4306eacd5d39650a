"""Opens a shell inside the product, or passes a command to Django."""

from tools.paths import start


def main(arguments: list[str]) -> int:
    return start("lapotne", "manage", *(arguments or ["shell"]))
