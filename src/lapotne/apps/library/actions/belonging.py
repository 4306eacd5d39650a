"""Whose a page is: wherever it lies, the people who write for its municipality may edit it and all below it."""

from collections.abc import Collection, Iterable, Mapping

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Workflow, WorkflowPage, get_default_page_content_type

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.sharing import keep
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.models.page import HOMES
from lapotne.apps.municipalities.models import Municipality

OURS = "content:"
"""How the names of groups begin that only we give and take."""

MAY = {
    RoleKind.CONTENT_EDITOR: ("add", "change"),
    RoleKind.CONTENT_REVIEWER: ("add", "change", "publish", "lock", "unlock"),
}


def named(kind: str, place: str) -> str:
    """The name of a role's group at a place."""
    return f"{OURS}{kind}:{place}"


@transaction.atomic(savepoint=False)
def belong(*, page: ContentPage, is_new: bool = False) -> None:
    """Put a page whose municipality was said, and all below it, into the hands of that municipality's people."""
    if page.depth <= HOMES:
        return
    own = ContentPage.objects.descendant_of(page).filter(alias_of=None).select_related("municipality")
    below_it = [] if is_new else list(own.order_by("path"))
    for below in below_it:
        if page.municipality_id not in (None, below.municipality_id):
            below.municipality = page.municipality
            ContentPage.objects.filter(pk=below.pk).update(municipality=page.municipality_id)
            keep({"municipality": page.municipality_id}, below)
    hand_over(pages=[page, *below_it])


def hand_over(*, pages: Collection[ContentPage]) -> None:
    """Where the page above isn't its municipality's too, the groups get rights at this very page."""
    if not pages:
        return
    towns = _towns_that_begin(pages)
    names = {named(kind, town.key) for town in towns.values() for kind in MAY}
    groups = dict(Group.objects.filter(name__in=names).values_list("name", "pk")) if names else {}
    given = {page: {kind: groups.get(named(kind, town.key)) for kind in MAY} for page, town in towns.items()}
    wanted = {
        (group, page, may) for page, of in given.items() for kind, group in of.items() if group for may in MAY[kind]
    }
    rows = GroupPagePermission.objects.filter(page__in=[page.pk for page in pages], group__name__startswith=OURS)
    there = {
        (group, page, codename.partition("_")[0]): row
        for row, group, page, codename in rows.values_list("pk", "group", "page", "permission__codename")
    }
    if gone := there.keys() - wanted:
        GroupPagePermission.objects.filter(pk__in=[there[one] for one in gone]).delete()
    grant(wanted - there.keys())
    reviewers = {page: of[RoleKind.CONTENT_REVIEWER] for page, of in given.items()}
    _hand_in_to({page.pk: reviewers.get(page.pk) for page in pages})


def _towns_that_begin(pages: Iterable[ContentPage]) -> dict[int, Municipality]:
    """By the numbers of those pages above which another municipality's lie, or nobody's."""
    paths = {page.pk: page.path[: -page.steplen] for page in pages if page.municipality_id}
    above = ContentPage.objects.filter(path__in=paths.values()) if paths else ContentPage.objects.none()
    known = dict(above.values_list("path", "municipality_id"))
    return {
        page.pk: page.municipality
        for page in pages
        if page.municipality and known.get(paths[page.pk]) != page.municipality_id
    }


def grant(rows: Collection[tuple[int, int, str]]) -> None:
    """Let groups do something at pages: numbers of group and page, and what they may."""
    if not rows:
        return
    names = {f"{may}_page" for _, _, may in rows}
    rights = Permission.objects.filter(content_type=get_default_page_content_type(), codename__in=names)
    numbers = dict(rights.values_list("codename", "pk"))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group_id=group, page_id=page, permission_id=numbers[f"{may}_page"])
        for group, page, may in sorted(rows)
    )


def workflows_of(reviewers: Collection[int]) -> dict[int, int]:
    """The way that each group of reviewers has, where it has one; numbers of both."""
    if not reviewers:
        return {}
    group = "workflow_tasks__task__groupapprovaltask__groups"
    found = Workflow.objects.filter(**{f"{group}__in": reviewers}).order_by("-pk")
    return dict(found.values_list(group, "pk"))


def hand_in(workflows: Mapping[int, int]) -> None:
    """By the number of a page that of its workflow."""
    rows = [WorkflowPage(page_id=page, workflow_id=workflow) for page, workflow in workflows.items()]
    WorkflowPage.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=["workflow"])


def _hand_in_to(reviewers: Mapping[int, int | None]) -> None:
    """A page's drafts wait for its municipality's reviewers; without any, for those of the pages above."""
    known = workflows_of({group for group in reviewers.values() if group})
    found = {page: known[group] for page, group in reviewers.items() if group in known}
    hand_in(found)
    of_a_town = {"workflow__workflow_tasks__task__groupapprovaltask__groups__name__startswith": OURS}
    WorkflowPage.objects.filter(page__in=reviewers.keys() - found.keys(), **of_a_town).delete()
