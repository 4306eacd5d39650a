"""Makes a server ready before its first visitor: data files read, pages asked for, and what stays set aside."""

import gc
import logging
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.library.queries.site import site
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.rulebooks.queries.law import UnreadableError, shelf
from lapotne.apps.website.queries import adverts, towns
from lapotne.config.frames import Application
from lapotne.domain.adverts.checking import check

YOUNG, MIDDLE, OLD = 3_000, 20, 50
"""Allocations, then rounds, between looks of the cycle collector.

A request and its session hold each other, some hundred objects a page, so a look is needed now and then; the fewer
objects it has to go through, the shorter the visitor waits who meets it.
"""

EVERY_KIND = ("", "help/", "kept/removed/", "protocol/{town}/", "help/{town}/", "help/{town}/bed/", "kept/{town}/",
              "advert/", "advert/questions/", "news/", "events/", "directory/", "directory/{town}/", "search/", "law/",
              "law/lv/", "law/lv/ask/", "law/lv/course/", "law/compare/", "leave/", "{text}/")  # fmt: skip
"""Asked for in one language: a template and the modules behind it are read at their first use."""

IN_EVERY_LANGUAGE = ("help/", "help/{town}/", "help/{town}/bed/", "advert/", "{text}/")
"""What is the same on every page of a language is written at its first use."""

UNANSWERED = "law/compare/"
"""A form sent without an answer, in every language: the law's words on its page are the same for everybody."""

log = logging.getLogger(__name__)


def warm_up(application: Application) -> None:
    """Read what every page needs, then set aside everything loaded so far: it lives as long as the server."""
    reference()
    # What can't be read is in the log and on its pages; all else must be served all the same.
    with suppress(UnreadableError):
        shelf()
    with suppress(FileProblemsError):
        for rules in adverts().rules.values():
            check("", rules)  # a language's words are put together at its first advert
    visit(application)
    set_aside()


def visit(application: Application) -> None:
    """Ask for every kind of page once, as a visitor would; a server without its database serves what it can."""
    try:
        paths = list(addresses())
    except DatabaseError as error:
        log.warning("No page was asked for beforehand: %s", error)
        return
    sent = [asked(f"/{code}/{UNANSWERED}", "POST") for code, _name in settings.LANGUAGES]
    for environ in (*map(asked, paths), *sent):
        application(environ, lambda *_status: None).close()
    connections.close_all()


def addresses() -> Iterator[str]:
    """Pages of a town and a text that there are."""
    first, *others = (code for code, _name in settings.LANGUAGES)
    town = towns(timezone.localdate()).order_by("-has_mechanism", "key").first()
    known = {"town": town.key if town else "", "text": next((path for _, path in site().by_path if path), "")}
    for language, kinds in ((first, EVERY_KIND), *((other, IN_EVERY_LANGUAGE) for other in others)):
        for kind in kinds:
            path = f"/{language}/{kind.format_map(known)}"
            if "//" not in path:
                yield path


def asked(path: str, method: str = "GET") -> dict[str, Any]:
    """What an app server tells of a request, which sends nothing."""
    environ: dict[str, Any] = {}
    setup_testing_defaults(environ)
    host = settings.ALLOWED_HOSTS[0].lstrip(".").replace("*", "localhost")
    environ |= {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "HTTP_HOST": host,
        "HTTP_ACCEPT_ENCODING": "br",
        "wsgi.url_scheme": "https",
    }
    return environ


def set_aside() -> None:
    """Without this every hundredth page or so waits for a look through all modules and data."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
