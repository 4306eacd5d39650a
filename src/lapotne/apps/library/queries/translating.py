"""Who may do what at the translation editor's addresses; of its own accord it asks about the pages at too few of them.

What begins, changes or publishes texts in other languages needs the right to do so at each of those pages.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.urls import resolve
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation, TranslationSource

from lapotne.apps.accounts.models import User

NAMESPACE = "wagtail_localize"
PUBLISHING = "publish_translations"
"""How the form is called with which all translations of a page are published at once."""

type Asker = User | AnonymousUser
type Question = Callable[[Asker, Mapping[str, Any], QueryDict], bool]
type Language = Locale | int


def anybody(_user: Asker, _named: Mapping[str, Any], _posted: QueryDict) -> bool:
    return True


def begins(user: Asker, named: Mapping[str, Any], posted: QueryDict) -> bool:
    """Of one page, or with all below it: what is there already is written anew."""
    page = _page(pk=named["page_id"])
    if page is None or not page.permissions_for_user(user).can_edit():
        return False
    languages = [int(one) for one in posted.getlist("locales") if one.isdecimal()]
    below = page.get_descendants().values("translation_key") if posted.get("include_subtree") else []
    there = Page.objects.filter(translation_key__in=below, locale__in=languages)
    return all(may_write(user, page, one) for one in languages) and all(_may_rewrite(user, one) for one in there)


def updates(user: Asker, named: Mapping[str, Any], _posted: QueryDict) -> bool:
    page, languages = _source(named)
    may_edit = page is not None and page.permissions_for_user(user).can_edit()
    return may_edit and all(may_write(user, page, one) for one in languages)


def translates(user: Asker, named: Mapping[str, Any], _posted: QueryDict) -> bool:
    target = _target(named)
    return target is not None and target.permissions_for_user(user).can_edit()


def withdraws(user: Asker, named: Mapping[str, Any], _posted: QueryDict) -> bool:
    """An alias isn't shown to readers: who makes one of a page takes its text from the public."""
    page = _page(pk=named["page_id"])
    return page is not None and page.permissions_for_user(user).can_publish()


MAY: dict[str, Question] = {
    "javascript_catalog": anybody,
    "translations_report": anybody,
    "translations_report_results": anybody,
    "submit_page_translation": begins,
    "update_translations": updates,
    "edit_string_translation": translates,
    "edit_override": translates,
    "download_pofile": translates,
    "upload_pofile": translates,
    "machine_translate": translates,
    "preview_translation": translates,
    "stop_translation": translates,
    "convert_to_alias": withdraws,
}
"""By the names of its addresses. What isn't named here is closed: we translate pages, and nothing else."""


def may_enter(name: str, user: Asker, named: Mapping[str, Any], posted: QueryDict) -> bool:
    return name in MAY and MAY[name](user, named, posted)


def publishes_too_much(name: str, user: Asker, named: Mapping[str, Any], posted: QueryDict) -> bool:
    """Asked to publish all translations at once, by somebody who may not publish each of them."""
    if name != "update_translations" or PUBLISHING not in posted:
        return False
    return not publishes_all(user, named)


def publishes_all(user: Asker, named: Mapping[str, Any]) -> bool:
    page, languages = _source(named)
    return page is not None and all(may_publish(user, page, one) for one in languages)


def leads_on(user: Asker, address: str) -> bool:
    """Whether somebody gets on behind a link of the editor; what isn't about translating is left to Wagtail."""
    match = resolve(urlsplit(address).path)
    if match.namespace != NAMESPACE:
        return True
    name = match.url_name or ""
    if not may_enter(name, user, match.kwargs, QueryDict()):
        return False
    return name != "submit_page_translation" or any(languages_to_begin(user, _page(pk=match.kwargs["page_id"])))


def unfolds(user: Asker, alias: Page) -> bool:
    """Makes a page in its own language of one that shows another's."""
    source = alias.alias_of
    return bool(source.permissions_for_user(user).can_edit()) and may_write(user, source, alias.locale)


def hands_in(user: Asker, page: Page) -> bool:
    """To the reviewers of its place, where it doesn't wait for them already."""
    rights = page.permissions_for_user(user)
    return bool(rights.can_edit() and rights.can_submit_for_moderation())


def numbers_edited(user: Asker) -> frozenset[int]:
    """Of all pages that somebody may edit."""
    return frozenset(
        PagePermissionPolicy().instances_user_has_permission_for(user, "change").values_list("pk", flat=True)
    )


def languages_to_begin(user: Asker, page: Page) -> Iterator[Locale]:
    """In which the page has no text yet and somebody may begin one; an alias is no text."""
    there = page.get_translations(inclusive=True).filter(alias_of=None).values("locale")
    return (one for one in Locale.objects.exclude(pk__in=there) if may_write(user, page, one))


def may_write(user: Asker, page: Page, language: Language) -> bool:
    """A translation that is there, or that will be made; parents that are missing would go live with it."""
    target = _in(page, language)
    if target:
        return _may_rewrite(user, target)
    parent, above = _place(page, language)
    rights = parent and parent.permissions_for_user(user)
    return bool(rights and (rights.can_add_subpage() if above == page.get_parent() else rights.can_publish_subpage()))


def may_publish(user: Asker, page: Page, language: Language) -> bool:
    target = _in(page, language)
    if target:
        rights = target.permissions_for_user(user)
        return bool(rights.can_publish() and not rights.page_locked())
    parent, _above = _place(page, language)
    return bool(parent and parent.permissions_for_user(user).can_publish_subpage())


def _may_rewrite(user: Asker, target: Page) -> bool:
    """An alias that is live becomes a page of its own that is live."""
    rights = target.permissions_for_user(user)
    return bool(rights.can_publish() if target.alias_of_id and target.live else rights.can_edit())


def _page(**known: Any) -> Page | None:
    return Page.objects.filter(depth__gt=1, **known).first()


def _in(page: Page, language: Language) -> Page | None:
    return _page(translation_key=page.translation_key, locale=language)


def _place(page: Page, language: Language) -> tuple[Page | None, Page | None]:
    """Below which page a translation would hang, and of which page above the source that one is the translation."""
    for above in page.get_ancestors().order_by("-depth"):
        found = _in(above, language)
        if found:
            return found, above
    return None, None


def _source(named: Mapping[str, Any]) -> tuple[Page | None, Iterable[int]]:
    """The page that a source was taken from, and the languages it is being translated into."""
    source = TranslationSource.objects.filter(pk=named["translation_source_id"]).first()
    page = source and _page(translation_key=source.object_id, locale=source.locale_id)
    return page, source.translations.filter(enabled=True).values_list("target_locale", flat=True) if source else ()


def _target(named: Mapping[str, Any]) -> Page | None:
    translation = Translation.objects.filter(pk=named["translation_id"]).select_related("source").first()
    return translation and _page(translation_key=translation.source.object_id, locale=translation.target_locale_id)
