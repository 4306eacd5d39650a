"""Finds the Chromium that journeys drive, and installs one where none is."""

import os
import shutil
import subprocess

from tools.paths import ROOT, start

SHELL = "chromium-headless-shell"
"""Chromium without the windows that nobody sees: it takes half the time."""

NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def main(_arguments: list[str]) -> int:
    path = ensure()
    print(path or "Playwright's own Chromium")
    return 0


def ensure() -> str | None:
    """The path of a system Chromium, or None when Playwright brought its own."""
    found = find() or (install_from_debian() and find())
    if not found:
        start("playwright", "install", "chromium")
    return found or None


def find() -> str | None:
    given = os.environ.get("LAPOTNE_CHROMIUM")
    return given or next(filter(None, map(shutil.which, NAMES)), None)


def install_from_debian() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing Chromium ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "-qq", "-y", "install", "--no-install-recommends", SHELL]
    for command in (install, ["apt-get", "-qq", "update"], install):
        done = subprocess.run(command, cwd=ROOT, env=quiet, stdout=subprocess.DEVNULL, check=False)
        if command is install and done.returncode == 0:
            return True
    return False
