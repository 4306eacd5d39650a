"""The texts of the libraries whose pages staff see, where a language's own catalogue of the library lacks them.

Wagtail's editor is a third translated in some languages. What it lacks stands in our own catalogues, beside those
of the interface, so that nobody reads an editor in two languages; Django looks there first.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

FROM = (
    "django.conf", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sessions", "allauth", "taggit", "wagtail", "wagtail.admin", "wagtail.documents", "wagtail.images",
    "wagtail.search", "wagtail.snippets", "wagtail.users", "wagtail_localize", "wagtail_localize.locales",
)  # fmt: skip
DOMAINS = ("django", "djangojs")
"""What pages say, and what their scripts do."""

MISCOUNTED = frozenset({"lv"})
"""Where libraries keep the forms of counted texts in an order that isn't their own rule's: "1 minūšu", "3 minūte"."""


def lacked(language: str, domain: str, ours: Catalog) -> Catalog:
    """The texts that no library has in this language; none for English, in which they are written.

    What we say already stays ours: a library's words may be there and be wrong.
    """
    found = Catalog(project="lapotne", charset="utf-8", fuzzy=False)
    if language == "en":
        return found
    own = (message for package in FROM for message in texts(package, language, domain))
    known = {key(message) for message in own if is_said(message, language)} - {key(message) for message in ours}
    for package in FROM:
        for message in texts(package, "en", domain):
            if key(message) not in known:
                found.add(message.id, None, [(package, 1)], flags=message.flags, context=message.context)
    return found


@cache
def texts(package: str, language: str, domain: str) -> list[Message]:
    file = Path(*find_spec(package).submodule_search_locations, "locale", language, "LC_MESSAGES", f"{domain}.po")
    if not file.exists():
        return []
    with file.open("rb") as opened:
        return [message for message in read_po(opened) if message.id]


def key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def is_said(message: Message, language: str) -> bool:
    if message.pluralizable and language in MISCOUNTED:
        return False
    strings = [message.string] if isinstance(message.string, str) else message.string
    return all(strings) and not message.fuzzy
