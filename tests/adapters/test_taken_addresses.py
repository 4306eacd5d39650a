"""A page of content never gets an address that a list or a tool has."""

from django.urls import get_resolver
from django.utils.translation import get_language

from lapotne.adapters.content.kinds import TAKEN, is_path


def first_parts(resolver) -> set[str]:
    found = set()
    for pattern in resolver.url_patterns:
        route = str(pattern.pattern)
        if hasattr(pattern, "url_patterns") and route.rstrip("/") in ("", get_language()):
            found |= first_parts(pattern)
        else:
            found.add(route.partition("/")[0])
    return {part for part in found if part.isalpha()}


def test_whatever_stands_first_in_an_address_of_ours_is_taken():
    assert first_parts(get_resolver()) == TAKEN - {"static"}


def test_such_a_path_is_refused():
    assert not is_path("news")
    assert not is_path("help/somewhere")
    assert is_path("newsroom")
    assert is_path("roof/news")
