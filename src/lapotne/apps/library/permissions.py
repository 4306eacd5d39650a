"""Who may do what with content: the board is for all staff; saying that a text is right is for those who publish."""

import rules

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.accounts.permissions import OF_CONTENT, is_staff_member, roles_of
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.models.page import CHOOSE_TOWN

READ_BOARD = "library.read_board"
REVIEW = "library.review"


@rules.predicate
def reviews(user: User, page: ContentPage | None) -> bool:
    """A reviewer of the whole site, or of the town in whose part the page lies."""
    return page is not None and any(
        role.kind == RoleKind.CONTENT_REVIEWER and role.municipality_id in (None, page.municipality_id)
        for role in roles_of(user)
    )


@rules.predicate
def writes_for_all(user: User) -> bool:
    return any(role.kind in OF_CONTENT and role.municipality_id is None for role in roles_of(user))


rules.add_perm(READ_BOARD, is_staff_member)
rules.add_perm(REVIEW, reviews)
rules.add_perm(CHOOSE_TOWN, writes_for_all)
