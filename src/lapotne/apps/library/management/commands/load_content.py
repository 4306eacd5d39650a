"""Loads the files of content into the database; what an editor changed or deleted here stays so unless asked."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lapotne.apps.library.actions.indexing import index_everything
from lapotne.apps.library.actions.loading import Loaded, Report, load_content

LINES_SHOWN = 20


class Command(BaseCommand):
    help = "Load the files of content: pages in all languages that they are written in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="left out: content/ of this checkout")
        parser.add_argument("--overwrite", action="store_true", help="replace what was changed in the product")
        parser.add_argument("--bring-back", action="append", metavar="KEY", help="load a page that was deleted here")

    def handle(
        self, *, folder: Path | None, overwrite: bool, bring_back: list[str] | None, verbosity: int, **_options: Any
    ) -> None:
        keys = set(bring_back or ())
        report = load_content(
            folder=folder or Path(settings.DATA_ROOT) / "content", at=timezone.now(),
            overwrite=overwrite, bring_back=keys,
        )  # fmt: skip
        if verbosity:
            counts = Counter(report.done.values())
            self.stdout.write("content: " + ", ".join(f"{count} {outcome}" for outcome, count in counts.items()))
        self._tell(report)
        index_everything(today=timezone.localdate(), learning=False)
        if any(problem.is_error for problem in report.problems) or Loaded.UNPAIRED in report.done.values():
            raise CommandError("Some texts weren't loaded; mend them and load again.")
        if unknown := sorted(keys - {key for key, _ in report.done}):
            raise CommandError(f"No file has the key {', '.join(unknown)}; the keys are the folders' names.")

    def _tell(self, report: Report) -> None:
        for (key, language), lines in report.kept.items():
            self.stdout.write(f"{key} in {language}: changed or unpublished here; the file would change:")
            for line in lines[:LINES_SHOWN]:
                self.stdout.write(f"  {line}")
            if len(lines) > LINES_SHOWN:
                self.stdout.write(f"  and {len(lines) - LINES_SHOWN} lines more")
            self.stdout.write("  Load with --overwrite to take the file.")
        for key, language in (name for name, outcome in report.done.items() if outcome is Loaded.KEPT_AWAY):
            self.stdout.write(f"{key} in {language}: deleted here, so kept away.")
            self.stdout.write(f"  Load with `lapotne content load --bring-back {key}` to take the file.")
        for key, language in (name for name, outcome in report.done.items() if outcome is Loaded.UNPAIRED):
            self.stderr.write(f"{key} in {language}: its parts aren't those of its source; see lapotne content check.")
        for problem in report.problems:
            self.stderr.write(str(problem))
