"""Lays the ground on which content stands: languages, and the home page of each."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from lapotne.apps.library.models import HomePage
from lapotne.apps.library.queries import pages

HOME, NAME = "home", "Lapotne"
WAGTAIL_S = "Root"
"""Wagtail's own name of what lies below everything, which editors see."""


@transaction.atomic(savepoint=False)
def lay_ground() -> None:
    """Make what isn't there yet; each home page is a draft until its text is loaded or written."""
    there = set(Locale.objects.values_list("language_code", flat=True))
    for code, _ in settings.LANGUAGES:
        if code not in there:
            Locale.objects.get_or_create(language_code=code)
    root = Page.get_first_root_node() or Page.add_root(
        title=NAME, slug="root", locale=pages.locale(settings.LANGUAGE_CODE)
    )
    if root.title == WAGTAIL_S:
        Page.objects.filter(pk=root.pk).update(title=NAME, draft_title=NAME)
    common = Collection.get_first_root_node() or Collection.add_root(name=NAME)
    if common.name == WAGTAIL_S:
        Collection.objects.filter(pk=common.pk).update(name=NAME)
    # Wagtail's own welcome page.
    for welcome in root.get_children().exact_type(Page):
        welcome.delete()
    homes = pages.homes()
    first = homes.get(settings.LANGUAGE_CODE) or _add_home(root, settings.LANGUAGE_CODE)
    for code, _ in settings.LANGUAGES:
        if code not in {*homes, settings.LANGUAGE_CODE}:
            _add_home(root, code, translation_key=first.translation_key)
    Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": first, "site_name": NAME}
    )


def _add_home(root: Page, language: str, **more: object) -> HomePage:
    home = HomePage(
        title=NAME, slug=language, key=HOME, source=settings.LANGUAGE_CODE, live=False,
        locale=pages.locale(language), **more,
    )  # fmt: skip
    # Read anew, for adding a child changes what the root knows of itself.
    return Page.objects.get(pk=root.pk).add_child(instance=home)
