"""Whose a page is: wherever it lies, the people who write for its municipality may edit it and all below it."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupPagePermission, Workflow, WorkflowPage

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.sharing import keep
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.models.page import HOMES

OURS = "content:"
"""How the names of groups begin that only we give and take."""

MAY = {
    RoleKind.CONTENT_EDITOR: ("add", "change"),
    RoleKind.CONTENT_REVIEWER: ("add", "change", "publish", "lock", "unlock"),
}


def named(kind: str, place: str) -> str:
    """The name of a role's group at a place."""
    return f"{OURS}{kind}:{place}"


@transaction.atomic
def belong(*, page: ContentPage) -> None:
    """Put a page whose municipality was said, and all below it, into the hands of that municipality's people."""
    if page.depth <= HOMES:
        return
    hand_over(page=page)
    for below in ContentPage.objects.descendant_of(page).filter(alias_of=None).order_by("path"):
        if page.municipality_id not in (None, below.municipality_id):
            below.municipality_id = page.municipality_id
            ContentPage.objects.filter(pk=below.pk).update(municipality=page.municipality_id)
            keep({"municipality": page.municipality_id}, below)
        hand_over(page=below)


def hand_over(*, page: ContentPage) -> None:
    """Where the page above isn't its municipality's too, the groups get rights at this very page."""
    town = page.municipality if page.municipality_id not in (None, page.town_above()) else None
    groups = {kind: Group.objects.filter(name=named(kind, town.key)).first() for kind in MAY} if town else {}
    wanted = {(group.pk, may) for kind, group in groups.items() if group for may in MAY[kind]}
    rows = GroupPagePermission.objects.filter(page=page.pk, group__name__startswith=OURS)
    there = {
        (row.group_id, row.permission.codename.partition("_")[0]): row for row in rows.select_related("permission")
    }
    for known in there.keys() - wanted:
        there[known].delete()
    for group, may in wanted - there.keys():
        GroupPagePermission.objects.create(group_id=group, page_id=page.pk, permission_type=may)
    _hand_in_to(groups.get(RoleKind.CONTENT_REVIEWER), page)


def workflow_of(reviewers: Group) -> Workflow | None:
    return Workflow.objects.filter(workflow_tasks__task__groupapprovaltask__groups=reviewers).first()


def _hand_in_to(reviewers: Group | None, page: ContentPage) -> None:
    """Its drafts wait for the municipality's reviewers; without any, for those of the pages above."""
    workflow = workflow_of(reviewers) if reviewers else None
    if workflow:
        WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": workflow})
    else:
        of_a_town = {"workflow__workflow_tasks__task__groupapprovaltask__groups__name__startswith": OURS}
        WorkflowPage.objects.filter(page=page.pk, **of_a_town).delete()
