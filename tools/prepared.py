"""Remembers what the last start prepared, so that the next one, with nothing changed, goes straight to serving."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from lapotne.config.paths import VAR
from lapotne.config.postgres import embedded
from tools.paths import ROOT, SOURCE

READ = (SOURCE, *(ROOT / name for name in ("mechanisms", "demo", "reference", "rules", "content", "requirements")))
MADE = {".mo", ".pyc"}
MADE_FOLDERS = {"__pycache__", "built"}


def is_prepared() -> bool:
    """Whether the last start that prepared everything would do the same today.

    Never for a database server of one's own: what is in it can't be told from here.
    """
    if not embedded.is_wanted():
        return False
    stamp = stamp_file()
    return (embedded.data_folder() / "PG_VERSION").exists() and stamp.exists() and stamp.read_text() == seen()


def remember() -> None:
    stamp_file().write_text(seen())


def forget() -> None:
    stamp_file().unlink(missing_ok=True)


def stamp_file() -> Path:
    return embedded.data_folder().with_name(f"{embedded.data_folder().name}-prepared")


def seen() -> str:
    """All that goes into a preparation: files by size and time, settings, and the day, from which the demo counts."""
    settings = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("LAPOTNE_"))
    files = sorted(f"{file} {status.st_size} {status.st_mtime_ns}" for file, status in _files())
    made = sorted(str(file) for file in (VAR / "static", SOURCE / "static" / "built") if file.exists())
    return "\n".join([str(datetime.now(UTC).date()), *settings, *made, *files])


def _files() -> Iterator[tuple[str, os.stat_result]]:
    for start in READ:
        for folder, below, names in os.walk(start):
            below[:] = [name for name in below if name not in MADE_FOLDERS]
            for name in names:
                if Path(name).suffix not in MADE:
                    yield os.path.join(folder, name), os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
