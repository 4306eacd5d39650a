"""Keeps what the editor's own search finds in step with pages: one as it is saved, many that are loaded at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from modelsearch import index
from modelsearch.backends import get_search_backends_with_name

from lapotne.apps.library.models import ContentPage

type Later = dict[type[ContentPage], set[int]]

_later: ContextVar[Later | None] = ContextVar("later", default=None)


def find(*, page: ContentPage) -> None:
    """Let editors find a page that was saved by what it says now; within `all_at_once`, at its end."""
    later = _later.get()
    if later is not None:
        later[page.specific_class].add(page.pk)
    elif own := page.get_indexed_instance():
        _add(type(own), [own])


def lose(*, page: ContentPage) -> None:
    index.remove_object(page)


@contextmanager
def all_at_once() -> Iterator[None]:
    """Each page by itself takes five statements, and so do all of a kind."""
    later: Later = defaultdict(set)
    before = _later.set(later)
    try:
        yield
    finally:
        _later.reset(before)
    for model, numbers in later.items():
        _add(model, list(model.objects.filter(pk__in=numbers)))


def _add(model: type[ContentPage], pages: Sequence[ContentPage]) -> None:
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.add_bulk(model, pages)
