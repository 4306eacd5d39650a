"""Who has which role in a place; giving and taking roles, and resetting a colleague's second factor."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.apps.accounts import actions, permissions
from lapotne.apps.accounts.actions import second_factors
from lapotne.apps.accounts.forms.letters import send_letter
from lapotne.apps.accounts.forms.people import ReasonForm, RoleForm
from lapotne.apps.accounts.models import Role, User
from lapotne.apps.accounts.presenters import people as presenter
from lapotne.apps.accounts.queries import institutions, people
from lapotne.apps.accounts.views import gates
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.apps.municipalities.queries import country_by_code

type Place = Municipality | Country


@gates.form
def town_people(request: HttpRequest) -> HttpResponse:
    gates.need(request, permissions.MANAGE_PEOPLE, request.municipality)
    known = institutions.named(request.municipality, request.LANGUAGE_CODE)
    form = RoleForm(request.POST or None, institutions=known)
    return _people(request, request.municipality, form, dict(known))


@gates.form
def country_people(request: HttpRequest, country: str) -> HttpResponse:
    place = country_by_code(country)
    gates.need(request, permissions.MANAGE_COUNTRY, place)
    return _people(request, place, RoleForm(request.POST or None), {})


def _people(request: HttpRequest, place: Place, form: RoleForm, known: dict[str, str]) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and _given(request, place, form):
        return redirect(request.path)
    status = 422 if request.method == "POST" else 200
    shown = presenter.shown(people.roles_in(place), request.user, known)
    said = {"form": form, "people": shown, "place": presenter.name(place, request.LANGUAGE_CODE)}
    said["record"] = presenter.leading(place)["record"]
    return render(request, "accounts/people.html", said, status=status)


def _given(request: HttpRequest, place: Place, form: RoleForm) -> bool:
    """Whether the role was given; somebody who has it already is told in the form."""
    said, user = form.cleaned_data, form.user
    try:
        with transaction.atomic():
            given_to = user or _opened(request, said)
            where = {"municipality" if isinstance(place, Municipality) else "country": place}
            actions.give_role(
                by=request.user, at=timezone.now(), user=given_to, kind=said["kind"],
                institution=said["institution"], **where,
            )  # fmt: skip
    except IntegrityError:
        form.add_error("who", _("This person has the role already."))
        return False
    if user is None:
        send_letter(request, said["email"])
    messages.success(request, presenter.told(given_to, is_new=user is None))
    return True


def _opened(request: HttpRequest, said: dict[str, Any]) -> User:
    return actions.open_account(
        by=request.user, at=timezone.now(), username=said["who"], name=said["name"], email=said["email"]
    )


@gates.act
def take_role(request: HttpRequest, role: int) -> HttpResponse:
    found = people.role(role)
    if found is None or not permissions.gives(request.user, found):
        raise Http404
    address = address_of(found)
    try:
        actions.take_role(by=request.user, at=timezone.now(), role=found)
        messages.success(request, _("The role was taken away."))
    except actions.LastOneError:
        messages.error(request, _("You are the last one who gives roles here: give yours to somebody else first."))
    # Whoever gave their own role away has no right to this list any more.
    stays = permissions.gives(people.person(request.user.pk), found)
    return redirect(address if stays else reverse("accounts:my_access"))


def address_of(role: Role) -> str:
    if role.municipality:
        return reverse("accounts:town_people", args=[role.municipality.key])
    return reverse("accounts:country_people", args=[role.country.code])


@gates.form
def reset_second_factor(request: HttpRequest, person: int) -> HttpResponse:
    colleague = people.person(person)
    gates.need(request, permissions.RESET_SECOND_FACTOR, colleague)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        second_factors.reset(by=request.user, at=timezone.now(), user=colleague, reason=form.cleaned_data["reason"])
        messages.success(request, _("At the next sign-in the person sets up a new second factor."))
        return redirect("accounts:my_access")
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/reset.html", {"form": form, "person": colleague}, status=status)
