"""The picture of a seed, for the camera of a telephone."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lapotne.apps.accounts.presenters.app_picture import picture


@require_safe
@login_required
def app_picture(request: HttpRequest) -> HttpResponse:
    """Only while an app is being set up, which keeps the seed in the session."""
    sealed = request.session.get(SECRET_SESSION_KEY)
    if sealed is None:
        raise Http404
    adapter = get_adapter()
    drawn = picture(adapter.build_totp_url(request.user, adapter.decrypt(sealed)))
    return HttpResponse(drawn, content_type="image/svg+xml")
