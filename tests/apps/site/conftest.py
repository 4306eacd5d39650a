"""A small site: news of two years, events before and after, a publication; some of it in one language only."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import site
from lapotne.apps.website.views.content import shelf
from tests.replay import replayed

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_remembered():
    site.forget()
    shelf.kept.clear()


@pytest.fixture
def load(tmp_path, db) -> Callable[..., None]:
    """Writes pages as files and loads them: `load(key="kind: gallery", key__lv="Title")`."""

    def loaded(**written: str) -> None:
        folder = write(tmp_path / "content", written)
        report = replayed(("site", *written.items()), lambda: load_content(folder=folder, at=AT))
        assert not report.problems, report.problems
        assert set(report.done.values()) <= {"created", "updated", "unchanged"}, report.done
        site.forget()

    return loaded


def write(folder: Path, written: dict[str, str]) -> Path:
    """`key="kind: …"` is a page's shared facts, `key__lv="Title | Summary | Text | more: front"` its words in Latvian.

    The language mentioned first is the source.
    """
    for name, text in written.items():
        key, _, language = name.partition("__")
        room = folder / key.replace("_", "-")
        room.mkdir(parents=True, exist_ok=True)
        if language:
            (room / f"{language}.md").write_text(_words(room, language, text), encoding="utf-8")
        else:
            source = next(one.rpartition("__")[2] for one in written if one.startswith(f"{name}__"))
            path = "''" if "kind: home" in text else room.name
            shared = f"path: {path}\ndated: 2026-11-24\nsource: {source}\n"
            (room / "page.yaml").write_text(f"{text}\n{shared}", encoding="utf-8")
    return folder


def _words(room: Path, language: str, text: str) -> str:
    title, *rest = (part.strip() for part in text.split("|"))
    summary, body, *more = [*rest, *("A sentence.", "Words.")[len(rest) :]]
    source = next(room.glob("*.md"), None)
    of = [f'of: "{digest_of(source.read_text(encoding="utf-8"))}"'] if source and source.stem != language else []
    front = [f"title: {title}", f"summary: {summary}", *more, *of, "reviewed: null"]
    return "\n".join(["---", *front, "---", body, ""])


@pytest.fixture
def news(load) -> None:
    """Two pieces in English and Latvian, one in Latvian only."""
    load(
        opened="kind: news\npublished: 2026-05-02", opened__en="The house opens | It has **two** doors.",
        opened__lv="Durvis ir vaļā | Tām ir **divas** vērtnes.",
        closed="kind: news\npublished: 2025-03-01", closed__en="The year begins", closed__lv="Gads sākas",
        talk="kind: news\npublished: 2026-06-07", talk__lv="Saruna pilsētā | Par lapām & zariem.",
    )  # fmt: skip
