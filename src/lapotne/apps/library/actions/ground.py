"""Lays the ground on which content stands: languages, and the home page of each."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from lapotne.apps.library.models import HomePage
from lapotne.apps.library.queries import pages

HOME, NAME = "home", "Lapotne"


@transaction.atomic
def lay_ground() -> None:
    """Make what isn't there yet; each home page is a draft until its text is loaded or written."""
    for code, _ in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    root = Page.get_first_root_node() or Page.add_root(
        title=NAME, slug="root", locale=pages.locale(settings.LANGUAGE_CODE)
    )
    if Collection.get_first_root_node() is None:
        Collection.add_root(name=NAME)
    # Wagtail's own names of what lies below everything, which editors see.
    Page.objects.filter(pk=root.pk, title="Root").update(title=NAME, draft_title=NAME)
    Collection.objects.filter(depth=1, name="Root").update(name=NAME)
    # Wagtail's own welcome page.
    for welcome in root.get_children().exact_type(Page):
        welcome.delete()
    first = pages.home(settings.LANGUAGE_CODE) or _add_home(root, settings.LANGUAGE_CODE)
    for code, _ in settings.LANGUAGES:
        if pages.home(code) is None:
            _add_home(root, code, translation_key=first.translation_key)
    Site.objects.get_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": pages.home(settings.LANGUAGE_CODE), "site_name": NAME},
    )


def _add_home(root: Page, language: str, **more: object) -> HomePage:
    home = HomePage(
        title=NAME, slug=language, key=HOME, source=settings.LANGUAGE_CODE, live=False,
        locale=pages.locale(language), **more,
    )  # fmt: skip
    # Read anew, for adding a child changes what the root knows of itself.
    return Page.objects.get(pk=root.pk).add_child(instance=home)
