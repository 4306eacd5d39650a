"""Chooses a visitor's language from the path, else from the browser, else Latvian."""

import re

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

from lapotne.config.languages import VISITORS_LANGUAGE

# Browsers say "no" for any Norwegian, of which we have bokmål; "any language" states no preference.
ANY_NORWEGIAN = re.compile(r"\bno(?=[-;,\s]|$)", re.IGNORECASE)
ANY_LANGUAGE = re.compile(r"\*[^,]*,?")
PROGRAMS = "/api/"


class VisitorLanguageMiddleware(LocaleMiddleware):
    """Django would fall back to the source language; our visitors' last resort is Latvian."""

    def process_request(self, request: HttpRequest) -> None:
        stated = ANY_NORWEGIAN.sub("nb", ANY_LANGUAGE.sub("", request.META.get("HTTP_ACCEPT_LANGUAGE", "")))
        request.META["HTTP_ACCEPT_LANGUAGE"] = f"{stated},{VISITORS_LANGUAGE};q=0.001".lstrip(", ")
        super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # Programs' addresses have no language: one that isn't there says so, and leads to no page.
        return response if request.path_info.startswith(PROGRAMS) else super().process_response(request, response)
