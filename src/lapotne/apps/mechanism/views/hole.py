"""The page of one hole: for whoever reads the canopy and may not mend it."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from lapotne.apps.accounts.permissions import READ_MECHANISM
from lapotne.apps.mechanism.actions.editing import due_again
from lapotne.apps.mechanism.forms.canopy import chosen_in
from lapotne.apps.mechanism.presenters.canopy import hole as presenter
from lapotne.apps.mechanism.queries import holes
from lapotne.apps.mechanism.queries.canopy import canopy as canopy_of
from lapotne.apps.mechanism.queries.desks import desk as desk_of
from lapotne.apps.mechanism.views.editing import gates


@gates.page
def hole(request: HttpRequest) -> HttpResponse:
    """A hole that isn't there any more leads back to the canopy, which says what there is."""
    gates.need(request, READ_MECHANISM)
    town = request.municipality
    chosen = chosen_in(request.GET, town.time_zone, timezone.now())
    canopy = canopy_of(town, chosen.profile, chosen.today, chosen.week, chosen.days_of_year)
    chosen = chosen.but(profile=canopy.profile.key)
    found = holes.hole(canopy, chosen.need)
    if found is None:
        return redirect(presenter.back(town, chosen))
    words = presenter.page(canopy, found, chosen, partial(gates.may_edit, request))
    effect = holes.effect(desk_of(town, chosen.today), found, chosen.profile, due_again(chosen.today))
    return render(request, "mechanism/hole.html", words | presenter.effect(town, effect))
