"""What follows when a role is given or taken, and when a page goes live, moves or goes; apps.py connects it."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.models import Page, PageLogEntry, WorkflowState
from wagtail.signals import page_published, page_unpublished, post_page_move, workflow_approved

from lapotne.apps.accounts.models import Role, User
from lapotne.apps.audit import actions as audit
from lapotne.apps.library.actions import (
    baring,
    belonging,
    editor_search,
    editors,
    indexing,
    publishing,
    reviewing,
    sharing,
)
from lapotne.apps.library.models import ContentPage, Review
from lapotne.apps.library.queries.edits import DELETED
from lapotne.apps.library.queries.site import forget
from lapotne.apps.mechanism.models import Adoption, Origin, Version


@receiver([post_save, post_delete], sender=Role)
def role_changed(instance: Role, **_said: Any) -> None:
    editors.synchronise(user=instance.user)


@receiver(page_published)
def page_went_live(instance: Page, revision: Any = None, **_said: Any) -> None:
    if isinstance(instance, ContentPage) and instance.alias_of_id is None:
        by = revision.user if revision else None
        shown = publishing.publish(page=instance, by=by, at=timezone.now())
        if shown:
            indexing.index_wording(wording=shown)
    forget()


@receiver(workflow_approved)
def page_was_approved(instance: WorkflowState, user: User | None = None, **_said: Any) -> None:
    """By now the page is live, with the words that were approved."""
    page = ContentPage.objects.filter(pk=instance.object_id).first()
    if page and user:
        reviewing.approve(page=page.specific, by=user, at=timezone.now())


@receiver(page_unpublished)
def page_went_away(instance: Page, **_said: Any) -> None:
    if isinstance(instance, ContentPage):
        audit.record(at=timezone.now(), by=None, verb="hide_page", subject=instance, municipality=_town(instance))
    something_changed()


@receiver(post_save)
def page_was_saved(
    sender: type, instance: Any, *, created: bool, update_fields: frozenset[str] | None, **_said: Any
) -> None:
    """Whose it is decides who may edit it; a new one of nobody's changes nothing."""
    if not issubclass(sender, ContentPage) or instance.alias_of_id or (created and not instance.municipality_id):
        return
    if update_fields is None or "municipality" in update_fields:
        belonging.belong(page=instance, is_new=created)


@receiver(post_save)
def page_says_something_else(sender: type, instance: Any, *, raw: bool = False, **_said: Any) -> None:
    if issubclass(sender, ContentPage) and not raw:
        editor_search.find(page=instance)


@receiver(post_page_move)
def page_was_moved(instance: Page, **_said: Any) -> None:
    """Below a town's page it becomes that town's, in every language."""
    page = ContentPage.objects.filter(pk=instance.pk, alias_of=None).first()
    if page:
        page.save(clean=False, update_fields=["municipality"])
        sharing.keep({"municipality": page.municipality_id}, page)
        sharing.share(page=page.specific)
        publishing.remember(page=page)
    something_changed()


@receiver(post_save, sender=Review)
def something_changed(*_given: Any, **_said: Any) -> None:
    publishing.renew_stamp()
    forget()


@receiver(post_save, sender=Adoption)
@receiver(post_save, sender=Version)
def mechanism_changed(instance: Version | Adoption, **_said: Any) -> None:
    """Files are loaded many at once, and searched through at the end of it."""
    version = instance.version if isinstance(instance, Adoption) else instance
    town = version.layer.municipality
    if town and (version.origin != Origin.FILE or isinstance(instance, Adoption)):
        transaction.on_commit(lambda: indexing.index_town(municipality=town, today=timezone.localdate()))


@receiver(pre_save, sender=PageLogEntry)
def page_is_being_deleted(instance: PageLogEntry, **_said: Any) -> None:
    """Its line in the editor's log names it as the files do, so that loading them doesn't bring it back."""
    if instance.action == DELETED:
        page = ContentPage.objects.filter(pk=instance.page_id, alias_of=None).first()
        if page:
            instance.data = {**instance.data, "key": page.key, "language": page.language}


@receiver(pre_save, sender=Image)
def picture_is_being_kept(instance: Image, **_said: Any) -> None:
    """Whichever way it came: not all of the editor's ways pass through its form."""
    baring.make_bare(picture=instance)


@receiver(post_save, sender=Image)
def picture_was_kept(**_said: Any) -> None:
    """Pages that show it name a file that may be gone."""
    something_changed()


@receiver(post_delete)
def page_gone(sender: type, instance: Any, **_said: Any) -> None:
    if issubclass(sender, ContentPage):
        editor_search.lose(page=instance)
        something_changed()


def _town(page: ContentPage) -> str:
    return page.municipality.key if page.municipality else ""
