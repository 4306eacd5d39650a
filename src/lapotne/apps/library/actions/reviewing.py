"""Records that somebody read a text in their own language and found it right."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import WorkflowState
from wagtail_localize.models import Translation

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.audit import actions as audit
from lapotne.apps.library.actions.publishing import is_whole
from lapotne.apps.library.models import ContentPage, Review
from lapotne.apps.library.queries import wordings
from lapotne.apps.library.queries.texts import content_of, digest_of


class NothingToReviewError(ValueError):
    """The page isn't public in this language: publish it first."""


class UnfinishedError(ValueError):
    """Parts aren't translated yet: a reviewer would read them in another language."""

    def __init__(self, missing: int) -> None:
        super().__init__(missing)
        self.missing = missing


@transaction.atomic
def hand_in(*, translation: Translation, page: ContentPage, by: User, at: datetime) -> None:
    """Give what was translated part by part to the reviewers of the page's place, as the form of a page does."""
    if not is_whole(translation):
        total, done = translation.get_progress()
        raise UnfinishedError(total - done)
    translation.save_target(user=by, publish=False)
    draft = ContentPage.objects.get(pk=page.pk).specific
    sent_back = draft.current_workflow_state
    if sent_back and sent_back.status == WorkflowState.STATUS_NEEDS_CHANGES:
        sent_back.resume(by)
    else:
        draft.get_workflow().start(draft, by)
    town = page.municipality.key if page.municipality else ""
    audit.record(
        at=at, by=by, verb="hand_in_text", subject=draft, municipality=town, fields=["title", "summary", "body"]
    )


@transaction.atomic
def review(*, page: ContentPage, role: str, by: User, at: datetime) -> Review:
    """Say by which role the words that the public reads now were found right; later words need another review."""
    wording = wordings.newest(page)
    if wording is None or not page.live:
        raise NothingToReviewError(str(page))
    town = page.municipality.key if page.municipality else ""
    given = Review.objects.create(page_id=page.pk, digest=wording.digest, role=role, on=timezone.localdate(at), by=by)
    audit.record(at=at, by=by, verb="review_text", subject=given, municipality=town, fields=["role", "on"])
    return given


def approve(*, page: ContentPage, by: User, at: datetime) -> Review | None:
    """Take the approval of what an editor handed in as the review of it, by the role that may approve.

    Words that the public doesn't read yet, as half of a translation, were approved for nobody.
    """
    shown = wordings.newest(page)
    if shown is None or shown.digest != digest_of(content_of(page)):
        return None
    with override(page.locale.language_code):
        role = str(RoleKind.CONTENT_REVIEWER.label)
    return review(page=page, role=role, by=by, at=at)
