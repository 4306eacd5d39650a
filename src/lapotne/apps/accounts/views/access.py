"""What one may do and where, one's second factor and sessions, and where one gives roles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapotne.apps.accounts import presenters, queries
from lapotne.apps.accounts.queries import people, second_factors, town_accounts
from lapotne.apps.accounts.views import gates


@gates.page
def my_access(request: HttpRequest) -> HttpResponse:
    roles = presenters.shown(queries.roles(request.user), request.LANGUAGE_CODE)
    said = {
        "roles": roles,
        "gives": [role for role in roles if role.people],
        "towns": presenters.shown_towns(people.towns_coordinated(request.user), request.LANGUAGE_CODE),
        "town_account": town_accounts.name(),
        "is_linked": bool(town_accounts.name()) and town_accounts.of_person(request.user.pk).exists(),
        "has_password": request.user.has_usable_password(),
        "has_second_factor": second_factors.has_one(request.user.pk),
    }
    return render(request, "accounts/my_access.html", said)
