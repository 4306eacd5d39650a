"""Hands a loaded translation to the translation editor part by part, so that it opens there filled in."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from lapotne.apps.library.models import ContentPage

FILE = "file"
NO_ATTRIBUTES = "null"
"""As wagtail-localize writes it, so that it finds these rows again."""


@transaction.atomic(savepoint=False)
def fill_segments(*, source: ContentPage, page: ContentPage, at: datetime) -> Translation:
    """Pair each text of the page with the source's at the same place; what is no longer there stays in the memory."""
    known = take_source(source=source, at=at)
    translation, _ = Translation.objects.get_or_create(source=known, target_locale=page.locale)
    said = {segment.path: segment.string.data for segment in _texts(page)}
    segments = StringSegment.objects.filter(source=known).select_related("context")
    rows = [
        StringTranslation(
            translation_of_id=segment.string_id, locale=page.locale, context=segment.context,
            data=said[segment.context.path], translation_type="manual", tool_name=FILE, updated_at=at, has_error=False,
        )
        for segment in segments
        if segment.context.path in said
    ]  # fmt: skip
    StringTranslation.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "tool_name", "updated_at", "has_error", "last_translated_by"],
    )
    return translation


def take_source(*, source: ContentPage, at: datetime) -> TranslationSource:
    """What wagtail-localize does for one page in some three hundred statements, for a folder of pages in ten each."""
    content = source.to_json()
    known = TranslationSource.objects.get_for_instance_or_none(source)
    if known and known.content_json == content:
        return known
    translated, _ = TranslatableObject.objects.get_or_create_from_instance(source)
    known, _ = TranslationSource.objects.update_or_create(
        object=translated,
        locale=source.locale,
        specific_content_type=ContentType.objects.get_for_model(type(source)),
        defaults={
            "object_repr": str(source)[:200],
            "content_json": content,
            "schema_version": get_schema_version(source._meta.app_label),  # noqa: SLF001 -- Django's way to its name
            "last_updated_at": at,
        },
    )
    _take_texts(known, list(_texts(source)))
    return known


def _texts(page: ContentPage) -> Iterator[StringSegmentValue]:
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue) and segment.string.data:
            yield segment


def _take_texts(source: TranslationSource, texts: list[StringSegmentValue]) -> None:
    """The parts to translate are these, in this order, and no others."""
    hashes = {segment.path: String._get_data_hash(segment.string.data) for segment in texts}  # noqa: SLF001 -- its own
    places = {segment.path: TranslationContext._get_path_id(segment.path) for segment in texts}  # noqa: SLF001
    words = {hashes[segment.path]: segment.string.data for segment in texts}
    String.objects.bulk_create(
        [String(locale=source.locale, data_hash=known, data=data) for known, data in words.items()],
        ignore_conflicts=True,
    )
    TranslationContext.objects.bulk_create(
        [TranslationContext(object_id=source.object_id, path=path, path_id=known) for path, known in places.items()],
        ignore_conflicts=True,
    )
    strings = dict(String.objects.filter(locale=source.locale, data_hash__in=words).values_list("data_hash", "pk"))
    contexts = dict(TranslationContext.objects.filter(object_id=source.object_id).values_list("path", "pk"))
    StringSegment.objects.filter(source=source).delete()
    StringSegment.objects.bulk_create(
        StringSegment(
            source=source,
            context_id=contexts[one.path],
            string_id=strings[hashes[one.path]],
            order=one.order,
            attrs=NO_ATTRIBUTES,
        )
        for one in texts
    )
