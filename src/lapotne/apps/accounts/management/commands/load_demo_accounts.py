"""Opens the demo's accounts, once: invented people, only where LAPOTNE_DEMO is on."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from lapotne.apps.accounts import actions, queries
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.municipalities.queries import by_key

PASSWORD = "lapas-un-lietus"  # noqa: S105 -- shown to everybody who runs the demo
TOWN = "lv-demo"


class Command(BaseCommand):
    help = "Open the demo accounts in the demo town, if it is loaded and they are not there yet."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo accounts exist only in the demo: set LAPOTNE_DEMO=on.")
        town = by_key(TOWN)
        if town is None or queries.demo_people().exists():
            return
        at_home = {"municipality": town}
        open_with_role("demo-coordinator", "Dace Liepa", RoleKind.COORDINATOR, at_home)
        in_service = {**at_home, "institution": "social-service"}
        open_with_role("demo-editor", "Ilze Avota", RoleKind.INSTITUTION_EDITOR, in_service)
        open_with_role("demo-viewer", "Vilis Osis", RoleKind.VIEWER, at_home)
        in_country = {"country": town.country}
        open_with_role("demo-national", "Nora Egle", RoleKind.NATIONAL_COORDINATOR, in_country)
        open_with_role("demo-writer", "Zane Bērza", RoleKind.CONTENT_EDITOR, at_home)
        open_with_role("demo-reviewer", "Juris Kalns", RoleKind.CONTENT_REVIEWER, in_country)


def open_with_role(username: str, name: str, kind: str, place: dict[str, Any]) -> None:
    at = timezone.now()
    user = actions.open_account(by=None, at=at, username=username, name=name, password=PASSWORD)
    actions.give_role(by=None, at=at, user=user, kind=kind, **place)
