"""One's own sessions: which there are, and an end to those that one doesn't know or need any more."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.apps.accounts.actions import sessions as acts
from lapotne.apps.accounts.queries import sessions
from lapotne.apps.accounts.views import gates


@gates.page
def my_sessions(request: HttpRequest) -> HttpResponse:
    found = sessions.of_person(request.user.pk)
    here = request.session.session_key
    said = {"sessions": found, "here": here, "others": [one for one in found if one.session_key != here]}
    return render(request, "accounts/sessions.html", said)


@gates.act
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    if not acts.end(by=request.user, at=timezone.now(), number=session):
        raise Http404
    if not request.session.exists(request.session.session_key):
        logout(request)
        return redirect("account_login")
    messages.success(request, _("The session was ended."))
    return redirect("accounts:my_sessions")


@gates.act
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    acts.end_others(by=request.user, at=timezone.now(), user=request.user, but=request.session.session_key)
    messages.success(request, _("All your other sessions were ended."))
    return redirect("accounts:my_sessions")
