"""Carries what all languages of a page have in common from the language written first to all others."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Q
from wagtail.models import Revision
from wagtail_localize.fields import SynchronizedField

from lapotne.apps.library.models import ContentPage

type Facts = dict[str, Any]

OF_A_ROW = ("pk", "page")
"""What tells apart two rows below two pages that say the same."""


@transaction.atomic
def share(*, page: ContentPage) -> list[ContentPage]:
    """Write the facts of the source that is live onto its translations; which of them said something else.

    Their words are left alone, and so is the number of the last revision: nobody worked on the translation.
    """
    languages = type(page).objects.filter(translation_key=page.translation_key, alias_of=None)
    source = languages.filter(locale__language_code=page.source, live=True).first()
    if source is None:
        return []
    names = [field.field_name for field in source.translatable_fields if isinstance(field, SynchronizedField)]
    told = _facts(source, names)
    return [other for other in languages.exclude(pk=source.pk) if _take(source, told, other)]


def _take(source: ContentPage, told: Facts, page: ContentPage) -> bool:
    known = _facts(page, told)
    changed = [name for name in told if _plain(told[name]) != _plain(known[name])]
    for name in changed:
        field = page._meta.get_field(name)  # noqa: SLF001 -- Django's way to its fields
        if field.one_to_many:
            source.copy_child_relation(name, page)
        else:
            setattr(page, field.attname, getattr(source, field.attname))
    if changed:
        page.save(clean=False, update_fields=changed)
    keep(_facts(page, told), page)
    return bool(changed)


def keep(facts: Facts, page: ContentPage) -> None:
    """In the revisions that an editor opens, that is live, or that awaits its hour: else the next one says the old."""
    chosen = Q(pk__in=[page.latest_revision_id, page.live_revision_id]) | Q(approved_go_live_at__isnull=False)
    for revision in page.revisions.filter(chosen):
        content = {**revision.content, **facts}
        if content != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=content)


def _facts(page: ContentPage, names: Iterable[str]) -> Facts:
    """As revisions keep them."""
    facts: Facts = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
    return {name: facts[name] for name in names}


def _plain(fact: Any) -> Any:
    """Without the numbers of rows."""
    if not isinstance(fact, list):
        return fact
    return [
        {name: said for name, said in row.items() if name not in OF_A_ROW} if isinstance(row, dict) else row
        for row in fact
    ]
