"""What this is, ten countries, and the ways in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.apps.rulebooks.presenters.start import start_page
from lapotne.apps.rulebooks.queries.law import shelf
from lapotne.apps.rulebooks.views.unreadable import told_plainly


@require_safe
@told_plainly
def law(request: HttpRequest) -> HttpResponse:
    page = start_page(shelf(), timezone.localdate(), get_language())
    return render(request, "rulebooks/law.html", {"page": page})
