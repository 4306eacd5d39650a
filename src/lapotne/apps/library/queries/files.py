"""Pages written as their files: the very file where nothing changed since it was loaded, else in our manner."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.images.models import Image

from lapotne.adapters.content.blocks import Block, markdown_of
from lapotne.adapters.content.kinds import SECTIONS_OF_KIND
from lapotne.adapters.content.pages import digest_of as digest_of_file
from lapotne.apps.library.models import ContentPage, Wording
from lapotne.apps.library.queries import pages, wordings
from lapotne.apps.library.queries.edits import is_rewritten
from lapotne.apps.library.queries.page_files import UnwritableError, beside, names_beside, quoted, written_page
from lapotne.apps.library.queries.texts import WORDS_OF_A_PICTURE, content_of, digest_of, kind_of

NAMED = re.compile(r'^of: *"?([0-9a-f]{16})', re.MULTILINE)
NOBODY_KNOWS = "0" * 16


def files(unwritable: dict[str, str] | None = None) -> Iterator[tuple[str, str]]:
    """Path and text of every file of content; a page that can't be written is named with its reason, and left out."""
    for key, public, source in _public():
        try:
            texts = {f"{key}/page.yaml": written_page(source)}
            texts |= {f"{key}/{code}.md": written(page, source) for code, page in sorted(public.items())}
        except UnwritableError as error:
            if unwritable is None:
                raise
            unwritable[key] = str(error)
        else:
            yield from texts.items()


def files_beside() -> Iterator[tuple[str, bytes]]:
    """Path and bytes of documents, covers and pictures."""
    for key, _, source in _public():
        yield from ((f"{key}/{name}", data) for name, data in beside(source))


def _public() -> Iterator[tuple[str, dict[str, ContentPage], ContentPage]]:
    """Key, public pages by language and the source's page, where that is public."""
    for key in ContentPage.objects.filter(alias_of=None).values_list("key", flat=True).distinct().order_by("key"):
        known = {page.locale.language_code: page.specific for page in pages.in_all_languages(key)}
        public = {code: page for code, page in known.items() if page.live and wordings.newest(page)}
        source = public.get(next(iter(known.values())).source)
        if source:
            yield key, public, source


def written(page: ContentPage, source: ContentPage | None = None) -> str:
    """The file of a page in its language; a translation names the source's file as it stands now."""
    if page.from_file and not is_rewritten(page):
        return page.from_file
    wording = wordings.newest(page)
    content = wording.content if wording else content_of(page)
    of = _translated(page, wording, source) if source and source.pk != page.pk else ""
    front = [*_front(content, of, page), *_pictures(content, source or page)]
    return f"---\n{''.join(f'{line}\n' for line in front)}---\n{_written(content['blocks'])}"


def _written(blocks: Iterable[tuple[str, list[str]]]) -> str:
    return markdown_of(Block(kind, tuple(texts)) for kind, texts in blocks)


def _translated(page: ContentPage, wording: Wording | None, source: ContentPage) -> str:
    latest = wordings.newest(source)
    if wording and latest and wording.of == latest.digest:
        return digest_of_file(written(source))
    named = NAMED.search(page.from_file)
    return named[1] if named else NOBODY_KNOWS


def _front(content: dict[str, Any], of: str, page: ContentPage) -> Iterator[str]:
    yield f"title: {quoted(content['title'])}"
    yield f"summary: {quoted(content['summary'])}"
    for name in SECTIONS_OF_KIND.get(kind_of(page), ()):
        if not content.get("sections", {}).get(name):
            message = f"its `{name}` is empty in {page.language}; fill it in in the editor"
            raise UnwritableError(message)
        yield f"{name}: |"
        lines = _written(content["sections"][name]).splitlines()
        yield from (f"  {line}".rstrip() for line in lines)
    for name, text in content["more"].items():
        yield f"{name}: {quoted(text)}"
    if of:
        yield f'of: "{of}"'
    review = wordings.review_of(Wording(page=page, digest=digest_of(content)))
    yield f"reviewed: {{by: {quoted(review.role)}, on: {review.on}}}" if review else "reviewed: null"


def _pictures(content: dict[str, Any], source: ContentPage) -> Iterator[str]:
    """The words of the pictures that the page's files know, which are the source's."""
    named = {kept.pk: name for kept, name in names_beside(source).items() if isinstance(kept, Image)}
    said = [one for one in content.get("pictures", ()) if one["image"] in named]
    if said:
        yield "pictures:"
    for one in said:
        words = [f"{name}: {quoted(one[name], always=True)}" for name in WORDS_OF_A_PICTURE if one[name]]
        yield f"  - {{{', '.join([f'file: {named[one["image"]]}', *words])}}}"
