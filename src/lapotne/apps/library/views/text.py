"""One text in all languages: how it stands, who found it right, and the form to say so."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lapotne.apps.library.actions.reviewing import NothingToReviewError, review
from lapotne.apps.library.forms import ReviewForm
from lapotne.apps.library.permissions import READ_BOARD, REVIEW
from lapotne.apps.library.presenters.board import title
from lapotne.apps.library.presenters.text import versions
from lapotne.apps.library.queries import pages, states, translating
from lapotne.apps.library.queries.reviews import reviews_of

UNREAD, OK = 422, 200


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def text(request: HttpRequest, key: str) -> HttpResponse:
    if not request.user.has_perm(READ_BOARD):
        raise Http404
    row = next((row for row in states.board([code for code, _ in settings.LANGUAGES]) if row.key == key), None)
    if row is None:
        raise Http404
    form = ReviewForm(request.POST or None)
    if request.method == "POST":
        page = pages.page(key, request.POST.get("language", ""))
        if page is None or not request.user.has_perm(REVIEW, page):
            raise Http404
        if form.is_valid():
            return _reviewed(request, key, form.cleaned_data["role"])
    source = pages.page(key, row.source)
    shown = versions(row, reviews_of(key), translating.numbers_edited(request.user))
    context = {
        "row": row,
        "title": title(row, request.LANGUAGE_CODE),
        "versions": shown,
        "form": form,
        "may_review": request.user.has_perm(REVIEW, source),
        "may_edit": any(version.cell.address for version in shown),
        "chosen": request.POST.get("language", ""),
    }
    return render(request, "library/text.html", context, status=UNREAD if form.errors else OK)


def _reviewed(request: HttpRequest, key: str, role: str) -> HttpResponse:
    page = pages.page(key, request.POST["language"])
    try:
        review(page=page, role=role, by=request.user, at=timezone.now())
    except NothingToReviewError:
        raise Http404 from None
    return redirect("library:text", key=key)
