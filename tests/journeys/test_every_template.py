"""Every public template, in the languages of this run: nothing that axe finds, nothing moves, nobody else is asked.

And it is light, says nothing to the console, and its main act works without script. `./dev prove` walks in all twelve.
"""

from pathlib import Path
from shutil import copy

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test.signals import template_rendered
from playwright.sync_api import Page, Response

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.library.actions import indexing
from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import findable, site
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.rulebooks.views import country
from lapotne.apps.website.views.content import shelf
from tests.apps.site.conftest import AT
from tests.apps.site.real import know_towns
from tests.journeys.conftest import PHONE
from tests.journeys.visits import ENDED, VISITS, Visit
from tests.languages import is_long, walked

# Wagtail leaves files that it makes pictures of to the collector.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"),
]

KINDS = ("home", "glossary", "event-amsterdam", "strom-begins", "publication-guidelines", "practice-riga-training",
         "campaign-valmiera", "what-it-is", "gallery-canopy")  # fmt: skip
"""A shipped page of each kind."""

ELSEWHERE = {"lv": "only-here", "en": "only-there"}
"""Pages in one language; whoever reads another is told of it."""

MOST_BYTES, MOST_OF_A_PICTURE = 60_000, 40_000
SEEN_ELSEWHERE = {"rulebooks/unreadable.html", "website/_leave.html"}
"""Shown when the law can't be read, and on the way out: tests/apps/rulebooks/test_unreadable.py, test_leaving.py."""

WATCH = """
window.moved = 0;
window.blocked = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.moved += one.value)))
  .observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.violatedDirective));
"""
# In hundredths: what is less, nobody sees (a button that widens as its word arrives).
SEEN = """() => [Math.round(window.moved * 100), window.blocked.join(), document.cookie,
  localStorage.length + sessionStorage.length,
  document.documentElement.scrollWidth > screen.width ? "wider than the screen" : ""]"""
PICTURES = """() => Promise.all([...document.images].map(async (one) => {
  one.loading = "eager";
  await one.decode().catch(() => {});
  return one.naturalWidth && one.getAttribute("width") && one.getAttribute("height") ? "" : one.outerHTML;
}))"""
"""Those further down come when a reader does; each holds its place until then."""
NOTHING = [0, "", "", 0, ""]
UNFOLD = """document.querySelectorAll("main details:not([open])").forEach((part) => {
  part.open = true;
  part.dataset.unfolded = "";
})"""
FOLD = """document.querySelectorAll("[data-unfolded]").forEach((part) => {
  part.open = false;
})"""


def write(folder: Path, language: str) -> None:
    """A page of each kind in this language; what isn't translated stands in the words of its source."""
    for key in KINDS:
        page = Path("content") / key / "page.yaml"
        source = page.read_text(encoding="utf-8").partition("source: ")[2][:2]
        words = page.with_name(f"{source}.md").read_text(encoding="utf-8")
        room = folder / key
        room.mkdir(parents=True)
        for file in page.parent.iterdir():
            if file.suffix != ".md":
                copy(file, room)
        (room / f"{source}.md").write_text(words, encoding="utf-8")
        own = page.with_name(f"{language}.md")
        if own.exists():
            copy(own, room)
        elif language != source:
            front = f"---\nof: {digest_of(words)!r}\n"
            (room / own.name).write_text(words.replace("---\n", front, 1), encoding="utf-8")
    for code, key in ELSEWHERE.items():
        room = folder / key
        room.mkdir()
        (room / "page.yaml").write_text(f"kind: article\npath: {key}\nsource: {code}\ndated: 2026-11-24\n")
        (room / f"{code}.md").write_text("---\ntitle: Alone\nsummary: Here alone.\nreviewed: null\n---\nWords.\n")


@pytest.fixture(params=walked())
def language(request, demo, tmp_path, monkeypatch) -> str:
    """A language with the site in it, and a municipality that ended."""
    write(tmp_path / "content", request.param)
    know_towns()
    report = load_content(folder=tmp_path / "content", at=AT)
    assert not report.problems, report.problems
    monkeypatch.setattr(findable, "LANGUAGES", (request.param,))
    indexing.index_everything(today=AT.date(), learning=False)
    ended = Municipality.objects.create(
        key=ENDED, code="XX9", names={"lv": "Bijušais"}, country=demo.country, time_zone=demo.time_zone,
        latitude=57.0, longitude=24.0, valid_to=AT.date().replace(year=2021),
    )  # fmt: skip
    ended.successors.add(demo)
    site.forget()
    shelf.kept.clear()
    country.kept.kept.clear()
    return request.param


class Watched:
    """A page with what it loaded and said to the console."""

    def __init__(self, page: Page) -> None:
        self.page, self.said, self.loaded = page, [], {}
        page.add_init_script(WATCH)
        page.on("console", lambda one: one.type == "error" and self.said.append((one.location["url"], one.text)))
        page.on("pageerror", lambda one: self.said.append(("", one.message)))
        page.on("response", self._keep)

    def _keep(self, response: Response) -> None:
        self.loaded[response.url.partition("?")[0]] = response

    def forget(self) -> None:
        self.said.clear()
        self.loaded.clear()

    def wrong(self) -> list[object]:
        pictures = list(filter(None, self.page.evaluate(PICTURES)))
        seen = self.page.evaluate(SEEN)
        # A browser says to the console that a page isn't there.
        said = [text for at, text in self.said if at != self.page.url]
        is_picture = {name: one.request.resource_type == "image" for name, one in self.loaded.items()}
        sizes = {name: wire(one) for name, one in self.loaded.items()}
        pictures += [name for name, size in sizes.items() if is_picture[name] and size > MOST_OF_A_PICTURE]
        bytes_sent = sum(size for name, size in sizes.items() if not is_picture[name])
        too_heavy = [f"{bytes_sent} bytes"] if bytes_sent > MOST_BYTES else []
        return [*([] if seen == NOTHING else seen), *said, *pictures, *too_heavy, *self.page.context.cookies()]


_packed: dict[str, int] = {}


def wire(response: Response) -> int:
    """Bytes of a page, style or script as they are sent; static files are packed when they are collected."""
    name = response.url.partition(settings.STATIC_URL)[2]
    if not name:
        return int(response.request.sizes()["responseBodySize"])
    if name.endswith((".css", ".js")) and name not in _packed:
        _packed[name] = len(brotli.compress(Path(finders.find(name)).read_bytes()))
    return _packed.get(name, 0)


@pytest.fixture
def rendered(contexts):
    """The names of templates, as pages are written from them."""
    names: set[str] = set()

    def keep(template, **_more: object) -> None:
        names.add(template.name)

    template_rendered.connect(keep)
    yield names
    template_rendered.disconnect(keep)


def public_templates() -> set[str]:
    root = Path(settings.TEMPLATES[0]["DIRS"][0])
    return {f"{room}/{file.name}" for room in ("website", "rulebooks") for file in (root / room).glob("*.html")}


def test_every_public_template_is_open_to_everybody_light_and_still(walk, language, accessible, rendered):
    """That no other host is asked, `walk` itself asserts."""
    watched, found = Watched(walk(PHONE, locale=language)), {}
    page, seen, looked_at = watched.page, set(), set()
    in_every_state = language == "en" or is_long()

    def begin() -> None:
        watched.forget()
        rendered.clear()

    def look(*, even_if_seen: bool = False) -> None:
        if even_if_seen or page.url not in seen:
            with_axe = in_every_state or not rendered <= looked_at
            check(watched, accessible, found, language, with_axe=with_axe)
            looked_at.update(rendered if with_axe else ())
        seen.add(page.url)

    for visit in [visit for visit in VISITS if in_every_state or not visit.again]:
        begin()
        page.goto(f"/{language}/{visit.path}")
        look()
        if visit.act:
            begin()
            # What changes within a page, when its reader acts, isn't a jump.
            page.evaluate("window.isSame = true")
            done(page, visit)
            page.evaluate("window.isSame && (window.moved = 0)")
            look(even_if_seen=visit.sends)
    assert not found
    assert public_templates() - looked_at <= SEEN_ELSEWHERE
    if language == "en":
        acted_without_script(walk(PHONE, locale=language, java_script_enabled=False), language)


def acted_without_script(page: Page, language: str) -> None:
    """In the same test, for the texts take long to load; in one language, for a form works in all or in none."""
    for visit in VISITS:
        if visit.act:
            page.goto(f"/{language}/{visit.path}")
            done(page, visit)
            assert f"/{language}/" in page.url


def check(
    watched: Watched, accessible, found: dict[str, list[object]], language: str = "en", *, with_axe: bool = True
) -> None:
    """Colours, and what is folded away, in one language: they are the same in all; of the law in test_law.py.

    Axe looks at every page in one language, and in the others at each that is the first of a template or of a part.
    """
    said = watched.wrong()
    in_full = language == "en" and "/law/" not in watched.page.url
    if in_full:
        watched.page.evaluate(UNFOLD)
    try:
        if with_axe:
            accessible(watched.page, in_the_dark=in_full, at_colours=language == "en")
    except AssertionError as error:
        said.append(str(error))
    if in_full:
        watched.page.evaluate(FOLD)
    if said:
        found[watched.page.url] = said


def done(page: Page, visit: Visit) -> None:
    visit.act(page)
    page.locator(visit.leads_to).first.wait_for()
    page.wait_for_load_state("load")


BROKEN = {
    "an image without words": ("document.querySelector('h1').after(new Image())", "image-alt"),
    "a script that fails": ("setTimeout(() => { throw new Error('leaf') })", "leaf"),
    "a picture without a place": (
        """document.querySelector('h1').after(
        Object.assign(new Image(), { alt: 'Leaf', src: '/static/leaf.svg' }))""",
        "<img",
    ),
    "a wide table": ("document.querySelector('h1').style.width = '900px'", "wider than the screen"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_broken_would_be_seen(walk, accessible, broken, db):
    """The control."""
    watched, found = Watched(walk(PHONE, locale="en")), {}
    watched.page.goto("/en/law/")
    script, told = BROKEN[broken]
    watched.page.evaluate(f"() => {{ {script} }}")
    watched.page.wait_for_timeout(50)
    check(watched, accessible, found)
    assert told in str(found)


def test_what_is_pale_in_the_dark_would_be_seen(walk, accessible, db):
    """The control of what `accessible` says of the dark."""
    page = walk(PHONE, locale="en")
    page.goto("/en/law/")
    page.evaluate("document.querySelector('h1').style.color = '#222'")
    with pytest.raises(AssertionError, match="color-contrast"):
        accessible(page)
