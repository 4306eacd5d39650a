"""Lets the product's roles decide in Wagtail's editor: each place has its groups, and a part of the tree of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    Page,
    Workflow,
    WorkflowTask,
)
from wagtail.signal_handlers import disable_reference_index_auto_update

from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.library.actions import editor_search
from lapotne.apps.library.actions.belonging import MAY, OURS, grant, hand_in, hand_over, named, workflows_of
from lapotne.apps.library.actions.ground import lay_ground
from lapotne.apps.library.models import ArticlePage, ContentPage
from lapotne.apps.library.queries import pages
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import called

WHOLE = settings.WAGTAIL_SITE_NAME

ENTER = ("access_admin", "submit_translation")
OF_FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@dataclass(frozen=True)
class Place:
    """Where a role holds: a town's part of the site, or, with no town, the whole."""

    municipality: Municipality | None

    @property
    def key(self) -> str:
        return self.municipality.key if self.municipality else "all"

    @property
    def name(self) -> str:
        """What editors read wherever a text waits for somebody: a proper name, for it is the same in every language."""
        if self.municipality is None:
            return WHOLE
        return str(called(self.municipality.names, "", self.municipality.country.code)) or self.key


@transaction.atomic(savepoint=False)
def synchronise(*, user: User) -> None:
    """Put somebody into the groups of their roles, and out of all others of ours; it acts at once."""
    roles = Role.objects.filter(user=user, kind__in=MAY).select_related("municipality__country")
    wanted = {_group(role.kind, Place(role.municipality)) for role in roles}
    there = set(user.groups.filter(name__startswith=OURS))
    user.groups.remove(*(there - wanted))
    user.groups.add(*(wanted - there))


def _group(kind: str, place: Place) -> Group:
    """The group of a role at a place, made with its rights when it wasn't there."""
    name = named(kind, place.key)
    group = Group.objects.filter(name=name).first()
    if group is None:
        lay_ground()
        group = Group.objects.create(name=name)
        group.permissions.set(Permission.objects.filter(codename__in=ENTER))
        with disable_reference_index_auto_update(), editor_search.all_at_once():
            own = _part(place)
        _give_files(group, place)
        if kind == RoleKind.CONTENT_REVIEWER:
            _hand_in_to(group, place)
        if place.municipality is None:
            _give_all(group, kind, own)
        hand_over(pages=list(pages.of_towns().filter(municipality=place.municipality)))
    return group


def _part(place: Place) -> list[Page]:
    """The pages below which a place's people work: all languages' homes, or the town's own page in each language."""
    found, town = pages.homes(), place.municipality
    homes = {code: found[code] for code, _ in settings.LANGUAGES}
    if town is None:
        return list(homes.values())
    known = {page.language: page for page in pages.in_all_languages(town.key)}
    new: list[Page] = []
    for code, home in homes.items():
        page = known.get(code)
        if page is None:
            known[code] = _add_part(town, home, next(iter(known.values()), None))
            new.append(known[code])
        elif page.municipality_id != town.pk:
            own = page.specific
            own.municipality = town
            own.save(clean=False, update_fields=["municipality"])
    # In one go, for each that is saved with its municipality is handed over by itself.
    ContentPage.objects.filter(pk__in=[page.pk for page in new], municipality=None).update(municipality=town)
    return list(known.values())


def _add_part(town: Municipality, home: Page, other: ContentPage | None) -> ContentPage:
    """The town's page in the language of that home; `other` is the same in another language."""
    more = {"translation_key": other.translation_key} if other else {}
    title = town.names.get(home.locale.language_code) or town.names.get(town.country.code) or town.key
    page = ArticlePage(
        title=title, slug=town.key, key=town.key, source=town.country.code, live=False, locale=home.locale, **more,
    )  # fmt: skip
    home.add_child(instance=page)
    return page


def _give_files(group: Group, place: Place) -> None:
    """Pictures and documents: a town's in a collection of its own, the country's in the common one, seen by all."""
    common = Collection.get_first_root_node()
    own = common
    if place.municipality:
        own = common.get_children().filter(name=place.key).first() or common.add_child(name=place.key)
    rights = Permission.objects.filter(codename__in=OF_FILES)
    rows = {(own, right) for right in rights}
    rows |= {(common, right) for right in rights if right.codename.startswith("choose")}
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=right) for collection, right in rows
    )


def _hand_in_to(group: Group, place: Place) -> None:
    """What an editor hands in waits for the reviewers of that place."""
    task = GroupApprovalTask.objects.create(name=place.name)
    task.groups.add(group)
    workflow = Workflow.objects.create(name=place.name)
    WorkflowTask.objects.create(workflow=workflow, task=task)


def _give_all(group: Group, kind: str, homes: Iterable[Page]) -> None:
    """The homes, and with them all below."""
    grant([(group.pk, home.pk, may) for home, may in product(homes, MAY[kind])])
    if workflow := workflows_of([group.pk]).get(group.pk):
        hand_in({home.pk: workflow for home in homes})
