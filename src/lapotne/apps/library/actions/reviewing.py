"""Records that somebody read a text in their own language and found it right."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.audit import actions as audit
from lapotne.apps.library.models import ContentPage, Review
from lapotne.apps.library.queries import wordings
from lapotne.apps.library.queries.texts import content_of, digest_of


class NothingToReviewError(ValueError):
    """The page isn't public in this language: publish it first."""


@transaction.atomic
def review(*, page: ContentPage, role: str, by: User, at: datetime) -> Review:
    """Say by which role the words that the public reads now were found right; later words need another review."""
    wording = wordings.newest(page)
    if wording is None or not page.live:
        raise NothingToReviewError(str(page))
    town = page.municipality.key if page.municipality else ""
    given = Review.objects.create(page_id=page.pk, digest=wording.digest, role=role, on=at.date(), by=by)
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
