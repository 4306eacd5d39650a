"""Search: what is sought is posted, so that it stands in no address, no history and no log."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lapotne.apps.library.queries import search as queries
from lapotne.apps.library.queries.site import site
from lapotne.apps.website.forms.search import SearchForm
from lapotne.apps.website.presenters.search import hits


# It changes nothing and knows no reader, so a forged request gains nothing; the token's cookie is what must not be set.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def search(request: HttpRequest) -> HttpResponse:
    language = get_language()
    sought = SearchForm(request.POST).sought() if request.method == "POST" else ""
    context = {"sought": sought, "own_name": dict(settings.LANGUAGES)[language]}
    if sought:
        found = queries.search(sought, language)
        context |= {"hits": hits(found, site()), "has_all": found.has_all, "has_more": found.has_more}
    return render(request, "website/search.html", context)
