"""Who may do what with content: the board is for all staff; saying that a text is right is for those who publish."""

import rules

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.accounts.permissions import is_staff_member, roles_of
from lapotne.apps.library.models import ContentPage

READ_BOARD = "library.read_board"
REVIEW = "library.review"


@rules.predicate
def reviews(user: User, page: ContentPage | None) -> bool:
    """A reviewer of the whole site, or of the town in whose part the page lies."""
    return page is not None and any(
        role.kind == RoleKind.CONTENT_REVIEWER and role.municipality_id in (None, page.municipality_id)
        for role in roles_of(user)
    )


rules.add_perm(READ_BOARD, is_staff_member)
rules.add_perm(REVIEW, reviews)
