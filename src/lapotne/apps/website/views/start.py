"""The first page: who can help, the tools, the words of the home page where there are some, news and events."""

from datetime import date
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.adapters.shelf import whole_address
from lapotne.apps.library.queries.listed import listed
from lapotne.apps.library.queries.site import site
from lapotne.apps.website.presenters.described import first_page
from lapotne.apps.website.presenters.front import following, latest
from lapotne.apps.website.views.content import made_once, words


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return made_once(request, ("home", today), partial(made, today=today))


def made(request: HttpRequest, today: date) -> HttpResponse:
    language, pages = get_language(), site()
    entry = pages.by_path.get((language, ""))
    # The first page is there in every language; its words may not be.
    said = words(request, entry, pages) if entry else {}
    around = {
        "stories": latest(listed("news", language, pages)),
        "meetings": following(listed("event", language, pages), today),
    }
    own = {name: said.get(name) for name in ("shown", "outdated")}
    own["head"] = first_page(language, [code for code, _name in settings.LANGUAGES], whole_address(request))
    return render(request, "website/home.html", {**own, **around})
