"""Who gets to a page about a town's mechanism: strangers to it get 404, as if it weren't there."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from lapotne.apps.accounts import permissions
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.accounts.views.gates import act, form, page  # noqa: F401 -- one door for all views of this app
from lapotne.apps.mechanism.queries.desks import Desk, desk


def read(request: HttpRequest) -> Desk:
    """The desk of the town in the address, for any staff member."""
    need(request, permissions.READ_MECHANISM)
    return _desk(request)


def at_home(request: HttpRequest) -> Desk:
    """The desk, for those bound to this town or its country."""
    need(request, permissions.READ_DRAFTS)
    return _desk(request)


def coordinating(request: HttpRequest) -> Desk:
    """The desk, for the town's coordinator."""
    need(request, permissions.EDIT_MECHANISM)
    return _desk(request)


def editing(request: HttpRequest, institution: str) -> Desk:
    """The desk, for whoever may edit this institution."""
    if not may_edit(request, institution):
        raise Http404
    return _desk(request)


def may_edit(request: HttpRequest, institution: str) -> bool:
    """Whether the reader is the town's coordinator or the editor of this institution."""
    if request.user.has_perm(permissions.EDIT_MECHANISM, request.municipality):
        return True
    return institution in permissions.institutions_edited(request.user, request.municipality)


def is_at_home(request: HttpRequest) -> bool:
    return request.user.has_perm(permissions.READ_DRAFTS, request.municipality)


def role(request: HttpRequest) -> str:
    """By which role somebody confirms in this town; never a name."""
    is_coordinator = request.user.has_perm(permissions.EDIT_MECHANISM, request.municipality)
    return (RoleKind.COORDINATOR if is_coordinator else RoleKind.INSTITUTION_EDITOR).value


def need(request: HttpRequest, permission: str) -> None:
    """404 for whoever lacks a permission here: 403 would tell that there is something."""
    if not request.user.has_perm(permission, request.municipality):
        raise Http404


def _desk(request: HttpRequest) -> Desk:
    return desk(request.municipality, timezone.localdate())
