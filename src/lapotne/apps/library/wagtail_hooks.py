"""What we change in Wagtail's editor: pages know their place, and a half of a translation isn't published."""

from collections.abc import Callable, Iterator
from functools import partial, wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.admin.widgets.button import BaseButton
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as translation_editor

from lapotne.adapters import days
from lapotne.apps.accounts.models import User
from lapotne.apps.library.actions import reviewing
from lapotne.apps.library.actions.publishing import is_whole, translation_into
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.queries import translating

HIDDEN = {"help"}
FIRST = -1
"""Wagtail-localize answers at 0, and then nobody else is asked."""
OF_TRANSLATING = ("register_page_header_buttons", "register_page_listing_more_buttons")
WITHDRAW = "localize-convert-to-alias"

type Buttons = Callable[..., Iterator[BaseButton]]


@hooks.register("before_edit_page", order=FIRST)
def publish_whole_translations_only(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before the translation editor publishes: what is missing would stand there in another language."""
    if request.method != "POST" or request.POST.get("action") != "publish" or not isinstance(page, ContentPage):
        return None
    translation = translation_into(page)
    if translation is None or is_whole(translation):
        return None
    total, done = translation.get_progress()
    text = _("Not published: {count} parts aren't translated yet. Readers keep what they had.")
    messages.error(request, text.format(count=total - done))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_edit_page", order=FIRST)
def hand_in_translations(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The translation editor saves and publishes, and has no way to those who review."""
    if request.method != "POST" or request.POST.get("action") != "hand-in" or not isinstance(page, ContentPage):
        return None
    translation = translation_into(page)
    if translation is None or not translating.hands_in(request.user, page):
        raise PermissionDenied
    try:
        reviewing.hand_in(translation=translation, page=page, by=request.user, at=timezone.now())
    except reviewing.UnfinishedError as error:
        text = _("Not handed in: {count} parts aren't translated yet.")
        messages.error(request, text.format(count=error.missing))
    else:
        messages.success(request, _("Handed in for review: %(place)s") % {"place": page.get_workflow().name})
    return redirect("wagtailadmin_pages:edit", page.pk)


class HandIn(SubmitForModerationMenuItem):
    """Wagtail's own button says "Submit to" and a name."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = context.get("page")
        workflow = (page if page and page.pk else context["parent_page"]).get_workflow()
        if workflow:
            context["label"] = _("Hand in for review: %(place)s") % {"place": workflow.name}
        return context


@hooks.register("construct_page_action_menu")
def say_who_reviews(items: list[ActionMenuItem], _request: HttpRequest, _context: dict[str, Any]) -> None:
    items[:] = [HandIn(order=one.order) if type(one) is SubmitForModerationMenuItem else one for one in items]


def where_they_lead_on(buttons: Buttons) -> Buttons:
    """The translation editor shows its buttons to everybody who may translate anything anywhere."""

    @wraps(buttons)
    def kept(page: Page, user: User, **said: Any) -> Iterator[BaseButton]:
        return (one for one in buttons(page, user, **said) if translating.leads_on(user, one.url))

    return kept


def keep_buttons_to_those_who_may() -> None:
    """Wagtail has no way to take back what another app registered, but for its own list."""
    theirs = translation_editor.page_listing_more_buttons
    for name in OF_TRANSLATING:
        known = hooks._hooks[name]  # noqa: SLF001 -- see above
        known[:] = [(where_they_lead_on(one) if one is theirs else one, order) for one, order in known]


keep_buttons_to_those_who_may()


def take_days_as_readers_type_them() -> None:
    """Wagtail's calendar makes the present day of whatever isn't ISO: a draft that was to wait would be public at once.

    What somebody typed stays as it is, and the form says what can't be read.
    """
    for widget, clock in ((AdminDateInput, ""), (AdminDateTimeInput, " %H:%M")):
        widget.format = property(partial(typed, clock=clock), left_alone)
        widget.js_format = property(lambda self: to_datetimepicker_format(self.format), left_alone)
        widget.get_config = left_as_typed(widget.get_config)


def typed(_widget: Any, clock: str) -> str:
    return days.typed(get_language() or settings.LANGUAGE_CODE) + clock


def left_alone(_widget: Any, _given: str) -> None:
    """Wagtail sets one format for all readers."""


def left_as_typed(config: Callable[[Any], dict[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    return wraps(config)(lambda widget: config(widget) | {"validateOnBlur": False})


take_days_as_readers_type_them()


@hooks.register("insert_global_admin_js")
def our_script() -> SafeString:
    return format_html('<script src="{}" defer></script>', static("editor.js"))


@hooks.register("construct_page_action_menu")
def withdraw_where_one_publishes(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    page = context.get("page")
    if page and not page.permissions_for_user(request.user).can_publish():
        items[:] = [one for one in items if one.name != WITHDRAW]


@hooks.register("insert_global_admin_css")
def our_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("editor.css"))


@hooks.register("construct_main_menu")
def show_what_editors_need(_request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in HIDDEN]


@hooks.register("register_admin_menu_item")
def our_workspace() -> MenuItem:
    return MenuItem(gettext_lazy("Workspace"), reverse("console:start"), icon_name="home", order=10_000)


@hooks.register("construct_homepage_panels")
def no_news_of_wagtail(_request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") != "whats_new_in_wagtail_version"]
