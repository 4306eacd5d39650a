"""Puts the words of a page before the public, and tells all processes that something changed."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from wagtail_localize.models import Translation, TranslationSource

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import actions as audit
from lapotne.apps.library.actions.sharing import share
from lapotne.apps.library.models import Address, ContentPage, Stamp, Wording
from lapotne.apps.library.queries import wordings
from lapotne.apps.library.queries.texts import content_of, digest_of

UNKNOWN = "unknown"
"""What a translation was made from, where nobody can tell."""


def publish(*, page: ContentPage, by: User | None, at: datetime) -> Wording | None:
    """Show a page that was published in the editor.

    A translation of which a part is missing isn't shown: its reader keeps the last one that was whole. What all
    languages have in common is shown in all of them at once.
    """
    if share(page=page):
        renew_stamp()
    ask_translators(page)
    translation = translation_into(page)
    if translation is None:
        last = wordings.newest(page)
        return show(page=page, by=by, at=at, of=last.of if last else "")
    return show(page=page, by=by, at=at, of=translated_wording(translation)) if is_whole(translation) else None


@transaction.atomic(savepoint=False)
def show(*, page: ContentPage, by: User | None, at: datetime, of: str = "") -> Wording:
    """Take the words of a page that went live as its newest wording; `of`: the source's that it translates."""
    content = content_of(page)
    digest, last = digest_of(content), wordings.newest(page)
    renew_stamp()
    remember(page=page)
    if last and (last.digest, last.of) == (digest, of):
        return last
    wording = Wording.objects.create(page=page, content=content, digest=digest, of=of, at=at)
    audit.record(
        at=at, by=by, verb="show_page", subject=page, municipality=page.municipality.key if page.municipality else "",
        fields=["title", "summary", "body"],
    )  # fmt: skip
    return wording


def remember(*, page: ContentPage) -> None:
    """Note where a page is, and all that is public below it: there they are found wherever they move."""
    shown = ContentPage.objects.descendant_of(page, inclusive=True).filter(live=True, alias_of=None)
    rows = [Address(path=path, page_id=number) for number, path in shown.values_list("pk", "url_path")]
    Address.objects.bulk_create(rows, update_conflicts=True, unique_fields=["path"], update_fields=["page"])


def ask_translators(page: ContentPage) -> None:
    """Where the page is being translated, its new words await their translators part by part at once."""
    known = TranslationSource.objects.get_for_instance_or_none(page)
    if known:
        known.update_from_db()


def renew_stamp() -> None:
    """From here on everything made before is out of date."""
    stamp = Stamp(pk=1, token=uuid4())
    Stamp.objects.bulk_create([stamp], update_conflicts=True, unique_fields=["id"], update_fields=["token"])


def translation_into(page: ContentPage) -> Translation | None:
    """The work of translating somebody else's text into this page's language, if it is one."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    return found.select_related("source").first()


def is_whole(translation: Translation) -> bool:
    total, done = translation.get_progress()
    return total == done


def translated_wording(translation: Translation) -> str:
    """The digest of the source's words that a translation was made from."""
    return digest_of(content_of(translation.source.as_instance()))
