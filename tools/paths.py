"""Where things lie in a checkout, and how to start a program of its virtual environment."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "lapotne"
VAR = ROOT / "var"
BIN = Path(sys.executable).parent


def environment(**extra: str) -> dict[str, str]:
    """The environment for a child: programs of the virtual environment come first."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", **extra}


def start(*command: str, **extra: str) -> int:
    """Run a program in the checkout and return its exit code; its output is shown."""
    return subprocess.run(command, cwd=ROOT, env=environment(**extra), check=False).returncode


def begin(*command: str, **extra: str) -> "subprocess.Popen[bytes]":
    """Start a program in the checkout beside what follows; whoever starts it waits for it."""
    return subprocess.Popen(command, cwd=ROOT, env=environment(**extra))
