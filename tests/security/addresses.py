"""Every address that the URL resolver knows, by name, with an argument for each of its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

ARGUMENTS = {
    "municipality": "lv-demo",
    "institution": "social-service",
    "section": "services",
    "offer": "first-money",
    "number": "1",
    "step": "notify",
    "size": "a6",
    "need": "bed",
    "country": "lv",
    "path": "no-such-address",
    "elsewhere": "no-such-address",
    "key": "lv-demo",
    "uidb36": "1",
    "pk": "1",
    "provider_id": "town",
    "role": "0",
    "person": "0",
    "session": "0",
    "name": "no-such.png",
    "year": "2017",
    "month": "5",
    "kind": "atom",
    "document_id": "0",
    "answer": "0",
    "token": "no-such-token",
    "document_filename": "no-such.pdf",
}
"""Said where an address of its own below doesn't say otherwise."""

BY_NAME = {
    "mechanism:new_competence": {"offer": "accompany"},
    "mechanism:version": {"number": "3"},
    "mechanism:restore_version": {"number": "1"},
    "mechanism:adopt_version": {"number": "3"},
    "mechanism:bring_institution_back": {"institution": "fire-rescue"},
    "mechanism:bring_offer_back": {"institution": "crisis-centre", "offer": "crisis-bed"},
    "account_reset_password_from_key": {"key": "no-such-key"},
}
ASKED = {
    "mechanism:try_mend": "kind=confirm&offer=social-service/first-money&place=0&need=money_first_days&profile=woman",
    "mechanism:hole": "need=bed&profile=man",
    "mechanism:compare_versions": "before=1&after=3",
    "mechanism:protocol_now": "step=bridge&profile=man&at=2026-11-18T03:00",
    "api:who_can_help": "need=bed",
}
"""What follows the question mark where a page asks for it."""

EDITOR = "/staff/editor/"

_PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
_NOISE = str.maketrans("", "", "^$")


@dataclass(frozen=True)
class Address:
    name: str
    path: str

    @property
    def asked(self) -> str:
        return "?".join(filter(None, (self.path, ASKED.get(self.name))))


def addresses() -> list[Address]:
    """In the order of the resolver; a page in each language counts once, in English.

    The editor's, some hundred that are Wagtail's own, all behind one door, have their own test (test_editor.py).
    """
    return list(_walk(get_resolver(), "/", ""))


def _walk(resolver: URLResolver, before: str, space: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if route == EDITOR:
            continue
        if isinstance(pattern, URLPattern):
            name = f"{space}{pattern.name}"
            yield Address(name, _filled(route, name))
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern, route, inner)


def _filled(route: str, name: str) -> str:
    said = ARGUMENTS | BY_NAME.get(name, {})
    filled = _PART.sub(lambda found: said[found[1] or found[2]], route.translate(_NOISE))
    # i18n_patterns writes the active language; tests read the pages in English.
    return re.sub(r"^/[a-z]{2}/", "/en/", filled)
