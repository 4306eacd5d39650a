"""The addresses of the content's editor: behind our own sign-in, under a policy of its own, unseen by all others."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.generic import RedirectView
from django.views.i18n import JavaScriptCatalog
from wagtail.admin import urls as wagtail
from wagtail.admin.localization import get_localized_response
from wagtail.utils.urlpatterns import decorate_urlpatterns

from lapotne.apps.library.queries import translating

POLICY = {
    "default-src": [CSP.NONE],
    # Wagtail writes scripts and styles into its pages; see docs/adr/0010.
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
"""No other host even here."""

ENTER = "wagtailadmin.access_admin"
LEFT_OUT = ("login/", "logout/", "password_reset/", "failwhale/", "test404/", "account/", "jsi18n/")
"""Wagtail's own ways in and out, and of changing one's account: those are ours."""

CLOSED = frozenset(("wagtailadmin_pages:set_privacy", "wagtailadmin_collections:set_privacy"))
"""The public reads what is published, whatever is said here: a page that must not be read is unpublished."""

type View = Callable[..., HttpResponse]


def for_editors(view: View) -> View:
    """Whoever has no role of content doesn't learn what is here; answers are kept by nobody."""

    @wraps(view)
    @csp_override(POLICY)
    @xframe_options_sameorigin
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.has_perm(ENTER):
            raise Http404
        keep_to_own_pages(request)
        answer = framed_by_us(view(request, *args, **kwargs))
        # Forms sent with the site's no-referrer would come without an origin, and Django refuses those.
        answer.headers["Referrer-Policy"] = "same-origin"
        patch_cache_control(answer, no_store=True)
        return answer

    return guarded


def keep_to_own_pages(request: HttpRequest) -> None:
    """The translation editor lets everybody who may translate at all do so everywhere, and publish; we don't.

    Nor does anybody get to what has no effect here.
    """
    match = request.resolver_match
    if match and match.view_name in CLOSED:
        raise Http404
    if match is None or match.namespace != translating.NAMESPACE:
        return
    asked = (match.url_name or "", request.user, match.kwargs, request.POST)
    if not translating.may_enter(*asked):
        raise Http404
    if translating.publishes_too_much(*asked):
        raise PermissionDenied


def framed_by_us(answer: HttpResponse) -> HttpResponse:
    """A preview comes with the strict policy of the page it shows; the editor shows it in a frame."""
    answer.headers.pop("X-Frame-Options", None)
    if policy := answer.headers.get("Content-Security-Policy"):
        answer.headers["Content-Security-Policy"] = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    return answer


def is_wagtails(pattern: URLPattern | URLResolver) -> bool:
    return not str(pattern.pattern).startswith(LEFT_OUT)


def texts_of_scripts(request: HttpRequest) -> HttpResponse:
    """Wagtail's own and the translation editor's ask their own catalogues alone; what those lack is in ours."""
    return get_localized_response(JavaScriptCatalog.as_view(), request)


OURS = [
    path("login/", RedirectView.as_view(pattern_name="account_login"), name="wagtailadmin_login"),
    path("logout/", RedirectView.as_view(pattern_name="account_logout"), name="wagtailadmin_logout"),
    path("account/", RedirectView.as_view(pattern_name="accounts:my_access"), name="wagtailadmin_account"),
    path("jsi18n/", texts_of_scripts, name="wagtailadmin_javascript_catalog"),
    path("localize/jsi18n/", texts_of_scripts),
]
urlpatterns = decorate_urlpatterns([*OURS, *filter(is_wagtails, wagtail.urlpatterns)], for_editors)
addresses = include(urlpatterns)
