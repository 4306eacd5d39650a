"""Writes the site's texts into files, for translators who work in Git and for another installation."""

from argparse import ArgumentParser
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lapotne.apps.library.queries.files import files, files_beside


class Command(BaseCommand):
    help = "Write every text that the public reads as a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="left out: content/ of this checkout")

    def handle(self, *, folder: Path | None, verbosity: int, **_options: Any) -> None:
        root, unwritable, changed = folder or Path(settings.DATA_ROOT) / "content", dict[str, str](), 0
        texts = ((path, text.encode()) for path, text in files(unwritable))
        for path, data in chain(texts, files_beside()):
            file = root / path
            if path.partition("/")[0] in unwritable or (file.exists() and file.read_bytes() == data):
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            changed += 1
            if verbosity > 1:
                self.stdout.write(str(file))
        if verbosity:
            self.stdout.write(f"{changed} files written in {root}, the others are as they were.")
        for key, reason in unwritable.items():
            self.stderr.write(f"{key}: not written: {reason}.")
        if unwritable:
            raise CommandError("Some pages weren't written; mend them and export again.")
