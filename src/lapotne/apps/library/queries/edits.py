"""Whether somebody worked on a page here since it was loaded from its file, or took it away."""

from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from lapotne.apps.library.models import ContentPage

DELETED = "wagtail.delete"
"""What the editor's log calls it; `actions.receiving` adds the page's key and language, for nothing else stays."""


def is_edited(page: ContentPage) -> bool:
    """A page whose words were changed here, or one that was loaded and has been unpublished since."""
    return bool(page.from_file and not page.live) or is_rewritten(page)


def is_rewritten(page: ContentPage) -> bool:
    """A page written here, one with a later revision, or a translation of which a part was written here."""
    if not page.from_file:
        return page.latest_revision_id is not None
    if page.latest_revision_id != page.file_revision:
        return True
    words = StringTranslation.objects.filter(context__object_id=page.translation_key, locale=page.locale_id)
    return words.exclude(last_translated_by=None).filter(updated_at__gt=page.latest_revision_created_at).exists()


def deleted_names() -> frozenset[tuple[str, str]]:
    """Key and language of every page that was ever deleted here."""
    entries = PageLogEntry.objects.filter(action=DELETED, data__has_keys=["key", "language"])
    return frozenset((data["key"], data["language"]) for data in entries.values_list("data", flat=True))
