"""Loads files of content; what an editor changed or took away here stays so unless asked, and is told."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from wagtail.blocks import StreamValue
from wagtail.models import Page, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from lapotne.adapters.content import PageFile, TextFile, read_library
from lapotne.adapters.content.kinds import FRONT_OF_KIND
from lapotne.adapters.problems import Problem
from lapotne.apps.library.actions import editor_search
from lapotne.apps.library.actions.attaching import files_of, is_attached, pictures_of
from lapotne.apps.library.actions.belonging import hand_over
from lapotne.apps.library.actions.ground import lay_ground
from lapotne.apps.library.actions.pairing import Streams, is_paired, numbered
from lapotne.apps.library.actions.placing import Places
from lapotne.apps.library.actions.publishing import UNKNOWN, show
from lapotne.apps.library.actions.segments import fill_segments
from lapotne.apps.library.actions.sharing import share
from lapotne.apps.library.models import Adopter, ContentPage, GalleryPage, PracticePage, PublicationPage, Review
from lapotne.apps.library.queries import pages
from lapotne.apps.library.queries.edits import deleted_names, is_edited
from lapotne.apps.library.queries.files import written
from lapotne.apps.library.queries.page_files import UnwritableError, written_page
from lapotne.apps.library.queries.texts import MODELS, content_of, digest_of, streams_of
from lapotne.apps.municipalities import queries as municipalities


class Loaded(StrEnum):
    """What came of loading a text."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    KEPT_AWAY = "kept away"
    UNPAIRED = "unpaired"


TAKEN = {Loaded.CREATED, Loaded.UPDATED}


@dataclass(frozen=True)
class Report:
    """What loading did to each text (key and language), what was wrong, and how kept ones differ from their files."""

    done: dict[tuple[str, str], Loaded]
    problems: tuple[Problem, ...]
    kept: dict[tuple[str, str], list[str]]


@dataclass(frozen=True)
class Task:
    """A text to load, with its page and the places that files say by now."""

    page: PageFile
    text: TextFile
    at: datetime
    overwrite: bool
    stays_away: bool
    is_attached: bool
    """What lies beside the page is here as it lies there."""
    places: Places
    languages: set[str]
    """In which there is such a page by now."""
    source: ContentPage | None = None
    """The page in the language written first, for a text in another."""


def load_content(*, folder: Path, at: datetime, overwrite: bool = False, bring_back: Collection[str] = ()) -> Report:
    """Load every page of a folder: parents before children, sources before translations.

    `overwrite` takes the file where a page was changed or unpublished here; `bring_back` are keys of deleted pages.
    """
    languages = frozenset(code for code, _ in settings.LANGUAGES)
    library = read_library(folder, languages, municipalities.keys())
    report = Report({}, library.problems, {})
    with transaction.atomic(), disable_reference_index_auto_update(), editor_search.all_at_once():
        lay_ground()
        away = {name for name in deleted_names() if name[0] not in bring_back}
        there = pages.languages_of(library.pages)
        places = Places.of(library.pages, overwrite=overwrite)
        for page in library.pages.values():
            is_there = is_attached(page, overwrite=overwrite)
            source, languages = None, there[page.key]
            for language in sorted(page.texts, key=lambda language: (language != page.source, language)):
                stays_away = (page.key, language) in away
                if source is None and language != page.source and page.source in languages:
                    source = pages.page(page.key, page.source)
                text = page.texts[language]
                load_text(Task(page, text, at, overwrite, stays_away, is_there, places, languages, source), report)
            _tell_all_languages(page, source, report)
        hand_over(pages=list(pages.of_towns()))
    return report


def load_text(task: Task, report: Report) -> None:
    """Load one text, and say in the report what came of it."""
    name = (task.page.key, task.text.language)
    known = pages.page(*name) if task.text.language in task.languages else None
    if task.stays_away and (known is None or _is_ground(known)):
        report.done[name] = Loaded.KEPT_AWAY
        return
    edited = known is not None and (is_edited(known) or task.places.is_kept(known))
    is_same = known is not None and (known.from_page_file, known.from_file) == (task.page.raw, task.text.raw)
    if is_same and task.is_attached and not (edited and task.overwrite):
        report.done[name] = Loaded.UNCHANGED
        return
    if known and edited and not task.overwrite:
        report.done[name] = Loaded.KEPT
        report.kept[name] = list(_differences(task, known))
        return
    original: Streams = streams_of(task.source) if task.source else task.text.streams
    if not is_paired(original, task.text.streams):
        report.done[name] = Loaded.UNPAIRED
        return
    outcome = Loaded.UPDATED if known and known.from_file else Loaded.CREATED
    page = _placed(task, known)
    _take(task, page, original)
    page = task.places.put(page)
    _put_before_the_public(task, page)
    task.languages.add(task.text.language)
    report.done[name] = outcome


def _differences(task: Task, known: ContentPage) -> Iterator[str]:
    """How the files would change the page: its words, and for the language written first what all share."""
    pairs = [(written(known), task.text.raw)]
    if task.text.language == task.page.source or task.places.is_kept(known):
        with suppress(UnwritableError):
            pairs.append((written_page(known), task.page.raw))
    for here, file in pairs:
        yield from unified_diff(here.splitlines(), file.splitlines(), "here", "file", "", "", 1)
    if not task.is_attached:
        yield f"Beside page.yaml other files lie than here: {', '.join(task.page.beside)}"


def _tell_all_languages(page: PageFile, source: ContentPage | None, report: Report) -> None:
    """Where not all languages took their files, the facts of the language written first hold for all."""
    outcomes = {report.done[page.key, language] for language in page.texts}
    if source and len(outcomes) > 1 and outcomes & TAKEN:
        share(page=source)


def _is_ground(page: ContentPage) -> bool:
    """A place made ready for a file, with nothing on it yet."""
    return not page.from_file and page.latest_revision_id is None


def _placed(task: Task, known: ContentPage | None) -> ContentPage:
    """The page itself, or a new one at its place, not yet saved."""
    if known:
        return known
    other = task.source or (pages.in_all_languages(task.page.key).first() if task.languages else None)
    more = {"translation_key": other.translation_key} if other else {}
    return MODELS[task.page.kind](key=task.page.key, locale=pages.locale(task.text.language), live=False, **more)


def _take(task: Task, page: ContentPage, original: Streams) -> None:
    """Everything that the files say, on the page; its parts are numbered by the source's."""
    facts = task.page.facts
    page.title, page.summary = task.text.title, task.text.summary
    page.draft_title = page.title
    for name, blocks in task.text.streams.items():
        parts = numbered(task.page.key, original[name], blocks)
        setattr(page, name, StreamValue(getattr(page, name).stream_block, parts, is_lazy=True))
    page.source, page.dated = task.page.source, date.fromisoformat(facts["dated"])
    page.safety_critical = bool(facts.get("safety_critical"))
    page.sources = facts.get("sources") or []
    page.municipality = municipalities.by_key(facts["municipality"]) if facts.get("municipality") else None
    page.from_file, page.from_page_file = task.text.raw, task.page.raw
    _take_of_kind(task, page)
    page.expire_at = None if page.expired else page.expire_at
    page.live, page.has_unpublished_changes, page.expired = True, False, False
    page.first_published_at = page.first_published_at or task.at
    page.last_published_at = task.at
    if page.pk:
        page.save(clean=False)
    else:
        page.slug = task.page.path.rpartition("/")[2] or task.text.language
        above = pages.above(task.page.path, task.text.language)
        task.places.make_room(above, page.slug, page)
        # A draft's title and address are all that Wagtail looks through; the rest was, when the file was read.
        page.live = False
        above.add_child(instance=page)
        page.live = True


def _take_of_kind(task: Task, page: ContentPage) -> None:
    facts, front = task.page.facts, task.text.front
    for name in FRONT_OF_KIND.get(task.page.kind, ()):
        setattr(page, name, str(front.get(name) or facts.get(name) or ""))
    for name, value in _dates(task.page).items():
        setattr(page, name, value)
    if isinstance(page, PracticePage):
        named = enumerate(map(municipalities.by_key, facts.get("adopted_by") or ()))
        page.adopters = [Adopter(municipality=town, sort_order=order) for order, town in named]
    if isinstance(page, PublicationPage):
        page.published_files = files_of(task.page, overwrite=task.overwrite)
    if isinstance(page, GalleryPage):
        page.pictures = pictures_of(task.page, task.text, page, overwrite=task.overwrite)


def _dates(page: PageFile) -> dict[str, object]:
    facts = page.facts
    if page.kind == "event":
        starts, ends = moment(facts["starts"]), moment(facts["ends"]) if facts.get("ends") else None
        return {"starts": starts, "ends": ends, "all_day": len(facts["starts"]) == len("2026-11-24")}
    names = {"news": ("published",), "publication": ("published",), "campaign": ("starts", "ends")}
    return {name: date.fromisoformat(facts[name]) if facts.get(name) else None for name in names.get(page.kind, ())}


def moment(written_down: str) -> datetime:
    """A day begins at its midnight; hours are those of the country's clock."""
    parsed = datetime.fromisoformat(written_down)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))


def _put_before_the_public(task: Task, page: ContentPage) -> None:
    _keep_revision(page)
    of = ""
    if task.source:
        fill_segments(source=task.source, page=page, at=task.at)
        is_current = task.text.front["of"] == task.page.texts[task.page.source].digest
        of = digest_of(content_of(task.source)) if is_current else UNKNOWN
    wording = show(page=page, by=None, at=task.at, of=of)
    reviewed = task.text.front.get("reviewed")
    if reviewed:
        day = date.fromisoformat(str(reviewed["on"]))
        Review.objects.get_or_create(page_id=page.pk, digest=wording.digest, role=reviewed["by"], on=day)


def _keep_revision(page: ContentPage) -> None:
    """The state that was loaded, live and to come back to; written without saving the page once more."""
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        content=page.serializable_data(),
        object_str=str(page),
    )
    page.latest_revision = page.live_revision = revision
    page.file_revision = revision.pk
    # Table by table, for Django looks the page up once more where one change is to both.
    ContentPage.objects.filter(pk=page.pk).update(file_revision=revision.pk)
    Page.objects.filter(pk=page.pk).update(
        live=True,
        latest_revision=revision,
        live_revision=revision,
        latest_revision_created_at=revision.created_at,
    )
