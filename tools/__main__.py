"""The commands behind ./dev; what each is for stands in commands.txt, which ./dev alone prints at once."""

import sys

from tools import bench, browser, checks, fix, messages, run, shell, styles, words

COMMANDS = {
    "run": run.main,
    "test": checks.test,
    "check": checks.check,
    "bench": bench.bench,
    "prove": bench.prove,
    "fix": fix.main,
    "messages": messages.main,
    "shell": shell.main,
    "styles": styles.main,
    "words": words.main,
    "browser": browser.main,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        print(f"There is no such command: {' '.join(arguments)}. ./dev alone lists them.", file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
