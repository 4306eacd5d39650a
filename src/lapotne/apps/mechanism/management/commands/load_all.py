"""Loads municipalities and mechanism files into the database; edits made in the product are kept unless asked."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lapotne.apps.mechanism.actions.loading import Report, files_of, load_files
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions as municipalities


class Command(BaseCommand):
    help = "Load municipalities and mechanisms; a demo's town too where the demo is on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="files or folders; left out: all of this checkout")
        parser.add_argument("--overwrite", action="store_true", help="replace edits made in the product")

    def handle(self, *, files: list[Path], overwrite: bool, verbosity: int, **_options: Any) -> None:
        count = municipalities.load(municipalities=reference().municipalities)
        chosen = files or list(files_of(Path(settings.DATA_ROOT), demo=settings.DEMO))
        report = load_files(files=chosen, at=timezone.now(), overwrite=overwrite)
        if verbosity:
            self.stdout.write(f"{count} municipalities")
        self._tell(report, verbosity)
        if any(problem.is_error for problem in report.problems):
            raise CommandError("Some files weren't loaded; mend them and load again.")

    def _tell(self, report: Report, verbosity: int) -> None:
        for key, outcome in report.done.items():
            if verbosity:
                self.stdout.write(f"{key}: {outcome}")
        for key, differences in report.kept.items():
            self.stdout.write(f"{key}: edited here since it was loaded; the file differs in {len(differences)} places:")
            for found in differences:
                self.stdout.write(f"  {found}")
            self.stdout.write("  Load with --overwrite to take the file.")
        for problem in report.problems:
            if problem.is_error or verbosity > 1:
                self.stderr.write(str(problem))
