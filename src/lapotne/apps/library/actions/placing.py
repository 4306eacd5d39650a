"""Puts a page that was loaded before where its file says by now: its address, and its order among its neighbours."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from treebeard.mp_tree import MP_MoveHandler
from wagtail.models import Page

from lapotne.adapters.content import PageFile
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.models.page import HOMES
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.edits import is_edited
from lapotne.apps.library.queries.page_files import is_where_its_file_says, place_said, said_of

type Name = tuple[str, str]


@dataclass(frozen=True)
class Places:
    """Whose files say a new place, as things stood before loading; `moved_here` are those that somebody moved."""

    files: Mapping[str, PageFile]
    overwrite: bool
    changed: Container[Name]
    moved_here: Container[Name]

    @classmethod
    def of(cls, files: Mapping[str, PageFile], *, overwrite: bool) -> Places:
        known = ContentPage.objects.filter(alias_of=None, key__in=files, depth__gt=HOMES).exclude(from_page_file="")
        changed = {
            (page.key, page.language): page
            for page in known.select_related("locale")
            if page.from_page_file != files[page.key].raw
            and place_said(said_of(page)) != place_said(files[page.key].facts)
        }
        moved = {name for name, page in changed.items() if not is_where_its_file_says(page)}
        return cls(files, overwrite, frozenset(changed), frozenset(moved))

    def is_kept(self, page: ContentPage) -> bool:
        """A page whose file says a new place stays where it is: it was moved here, or somebody else has the address."""
        name = page.key, page.language
        if self.overwrite or name not in self.changed:
            return False
        other = pages.at_path(self.files[page.key].path, page.language)
        return name in self.moved_here or (other is not None and other.pk != page.pk and not self._leaves(other))

    def put(self, page: ContentPage) -> ContentPage:
        """The page, read anew, at its file's place; all below it comes along."""
        if (page.key, page.language) not in self.changed:
            return page
        path = self.files[page.key].path
        above, slug = pages.above(path, page.language), path.rpartition("/")[2]
        self.make_room(above, slug, page)
        if not page.is_child_of(above):
            _call(page, f"{slug}-{page.pk}")
            page.move(above, pos="last-child")
            page = read_anew(page)
        if page.slug != slug:
            _call(page, slug)
        _line_up(page)
        return read_anew(page)

    def make_room(self, above: Page, slug: str, page: ContentPage) -> None:
        """Whoever has that address and is about to leave it steps aside."""
        other = ContentPage.objects.child_of(above).filter(slug=slug).exclude(pk=page.pk).first()
        if other and self._leaves(other):
            _call(other, f"{slug}-{other.pk}")

    def _leaves(self, page: ContentPage) -> bool:
        name = page.key, page.language
        if name not in self.changed or page.language not in self.files[page.key].texts:
            return False
        return self.overwrite or not (name in self.moved_here or is_edited(page))


def read_anew(page: ContentPage) -> ContentPage:
    return type(page).objects.get(pk=page.pk)


def _call(page: ContentPage, slug: str) -> None:
    page.slug = slug
    page.save(clean=False, update_fields=["slug", "url_path"])


def _line_up(page: ContentPage) -> None:
    """Before the first neighbour that comes later; it isn't written into the editor's log, for nobody did it here."""
    own = place_said(said_of(page))
    neighbours = list(ContentPage.objects.sibling_of(page).filter(alias_of=None).exclude(pk=page.pk).order_by("path"))
    later = next((one for one in neighbours if place_said(said_of(one)) > own), None)
    if later:
        MP_MoveHandler(page, later, "left").process()
    elif neighbours:
        MP_MoveHandler(page, neighbours[-1], "right").process()
