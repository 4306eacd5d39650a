"""Collects texts to translate, compiles the catalogues, and says what each language lacks.

Babel does the work, so that no system gettext is needed. Catalogues name no places, so that moving code changes none.
What the public may read is needed in every language, what only staff read in Latvian and English.
"""

import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import chain, product
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize
from ruamel.yaml import YAML

from lapotne.config.languages import COMPLETE, LANGUAGES, STAFFS
from tools import libraries
from tools.paths import ROOT, SOURCE

REFERENCE, RULES = ROOT / "reference", ROOT / "rules"
SHIPPED = (ROOT / "mechanisms", ROOT / "demo")
LOCALE, LIBRARIES = SOURCE / "locale", SOURCE / "locale_libraries"
BEGUN = datetime(2026, 11, 24, tzinfo=UTC)
DOMAIN, LAW, MECHANISMS = "django", "law", "mechanisms"
"""The interface with the shared data, the texts of the rulebooks, and what the shipped mechanisms say to everybody."""
METHODS = [("**.py", "python"), ("**.html", "tools.messages:extract_template"),
           ("**.txt", "tools.messages:extract_template")]  # fmt: skip
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "gettext_noop": None,
    "Said": None,
    "HoursError": None,
}
HEADER = {
    "header_comment": "# The texts of Lapotne; ./dev messages keeps this file in step with the code.",
    "project": "lapotne", "version": "1", "charset": "utf-8", "fuzzy": False,
    "msgid_bugs_address": "see CONTRIBUTING.md", "last_translator": "Lapotne", "language_team": "Lapotne",
    "creation_date": BEGUN, "revision_date": BEGUN,
}  # fmt: skip
SKIPPED = ("locale", "static", "styles", "migrations")
STAFF_ONLY = (
    "apps/accounts/", "apps/confirmations/apps.py", "apps/confirmations/forms/letters",
    "apps/confirmations/presenters/board", "apps/confirmations/views/board",
    "apps/console/", "apps/library/apps.py", "apps/library/forms.py",
    "apps/library/presenters/board", "apps/library/wagtail_hooks", "apps/mechanism/actions/",
    "apps/mechanism/apps.py", "apps/mechanism/forms/", "apps/mechanism/presenters/canopy/",
    "apps/mechanism/presenters/country", "apps/mechanism/presenters/editing/",
    "apps/mechanism/views/", "cli/", "templates/account/", "templates/accounts/",
    "templates/base_staff.html", "templates/confirmations/board.html", "templates/confirmations/link.html",
    "templates/console/", "templates/mechanism/", "templates/mfa/",
)  # fmt: skip
"""Where texts stand that nobody sees without an account; anywhere else a text is taken for the public's."""
PUBLIC_TOO = ("templates/mechanism/parts/protocol_step",)
"""What stands among staff's and is part of a public page."""


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        return check()
    templates = ((DOMAIN, extract()), (LAW, extract_law()), (MECHANISMS, extract_mechanisms()))
    for domain, template in templates:
        for language, _ in LANGUAGES:
            # Babel puts the template's own messages into a catalogue, so each language needs its copy.
            update(language, deepcopy(template), domain)
    for language, domain in product((code for code, _ in LANGUAGES if code != "en"), libraries.DOMAINS):
        ours = read(language, domain, LIBRARIES)
        update(language, libraries.lacked(language, domain, ours), domain, LIBRARIES)
    return compile_catalogues()


def extract() -> Catalog:
    """Every text of the code and the templates that a reader may see."""
    found = Catalog(project="lapotne", charset="utf-8", fuzzy=False)
    for file, _line, message, comments, context in extract_from_dir(
        SOURCE, METHODS, keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True,
        directory_filter=lambda folder: Path(folder).name not in SKIPPED,
    ):  # fmt: skip
        found.add(message, None, [(file, 1)], auto_comments=comments, context=context)
    for file, texts in texts_of_data():
        found.add(texts["en"], None, [(file, 1)])
    return found


def extract_law() -> Catalog:
    """Every text of the rulebooks that the first catalogue doesn't have."""
    found = Catalog(project="lapotne", charset="utf-8", fuzzy=False)
    known = {texts["en"] for _file, texts in texts_of_data()}
    for file, texts in texts_of_law():
        if texts["en"] not in known:
            found.add(texts["en"], None, [(file, 1)])
    return found


def extract_mechanisms() -> Catalog:
    """What the shipped mechanisms say to everybody, without names of institutions, that no catalogue has yet."""
    found = Catalog(project="lapotne", charset="utf-8", fuzzy=False)
    known = {texts["en"] for _file, texts in (*texts_of_data(), *texts_of_law())}
    for file, texts in texts_of_mechanisms():
        if texts["en"] not in known and any(map(str.isalpha, texts["en"])):
            found.add(texts["en"], None, [(file, 1)])
    return found


@cache
def texts_of_data() -> list[tuple[str, dict[str, str]]]:
    """The texts by language of the shared data, which the catalogues translate further (adapters/catalogues.py)."""
    shared = [*REFERENCE.glob("*.yaml"), *(REFERENCE / "adverts").glob("*.yaml")]
    return list(texts_of([*shared, *(RULES / f"{name}.yaml" for name in ("facts", "topics"))]))


@cache
def texts_of_law() -> list[tuple[str, dict[str, str]]]:
    return list(texts_of(file for file in RULES.glob("*/**/*.y*ml") if "tests" not in file.parts))


@cache
def texts_of_mechanisms() -> list[tuple[str, dict[str, str]]]:
    files = [file for folder in SHIPPED for file in sorted(folder.glob("*.yaml"))]
    loaded = ((str(file.relative_to(ROOT)), YAML(typ="safe").load(file)) for file in files)
    return [(file, texts) for file, document in loaded for texts in public_texts(document)]


def public_texts(document: dict[str, Any]) -> Iterator[dict[str, str]]:
    """What services are called and do, and remarks at contacts; institutions' names aren't for us to translate."""
    for body in (document.get("institutions") or {}).values():
        offers = [one for part in ("competences", "services") for one in (body.get(part) or {}).values()]
        contacts = [one for holder in (body, *offers) for one in holder.get("contacts") or ()]
        yield from texts_in([*([one.get("names"), one.get("what")] for one in offers), contacts])


def texts_of(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, str]]]:
    for file in sorted(files):
        yield from ((str(file.relative_to(ROOT)), texts) for texts in texts_in(YAML(typ="safe").load(file)))


def texts_in(value: object) -> Iterator[dict[str, str]]:
    """Each text by language below a value: those that have English and Latvian."""
    if isinstance(value, dict) and isinstance(value.get("en"), str) and "lv" in value:
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from texts_in(below)


def extract_template(
    source: IO[bytes], keywords: dict[str, Any], tags: list[str], options: dict[str, Any]
) -> Iterator[tuple[Any, ...]]:
    """Django turns its templates into code; without their indentation that code is Python to Babel."""
    code = templatize(source.read().decode())
    flat = "\n".join(line.strip() for line in code.splitlines())
    return extract_python(BytesIO(flat.encode()), keywords, tags, {**options, "encoding": "utf-8"})


def path(language: str, domain: str = DOMAIN, folder: Path = LOCALE) -> Path:
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str = DOMAIN, folder: Path = LOCALE) -> Catalog:
    file = path(language, domain, folder)
    if not file.exists():
        return Catalog(locale=language, **HEADER)
    return read_po(BytesIO(file.read_bytes()), locale=language)


def update(language: str, template: Catalog, domain: str = DOMAIN, folder: Path = LOCALE) -> None:
    catalogue = read(language, domain, folder)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    if language == "en":
        fill_with_source(catalogue)
    fill_with_data(catalogue, language)
    file = path(language, domain, folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(opened, catalogue, width=110, no_location=True, sort_output=True)


def fill_with_source(catalogue: Catalog) -> None:
    """Source texts are English, so the English catalogue is complete by itself."""
    for message in catalogue:
        if message.id and not message.pluralizable:
            message.string = message.id
        elif message.id:
            message.string = tuple(message.id)


def fill_with_data(catalogue: Catalog, language: str) -> None:
    """What a data file says in a language itself needs no translator."""
    for _file, texts in (*texts_of_data(), *texts_of_law(), *texts_of_mechanisms()):
        message = catalogue.get(texts["en"])
        if message and not message.string and texts.get(language):
            message.string = texts[language]


def compile_catalogues() -> int:
    for source in chain.from_iterable(folder.glob("*/LC_MESSAGES/*.po") for folder in (LOCALE, LIBRARIES)):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(source.parent.parent.name, source.stem, source.parents[2]))
    return 0


def lacking(language: str, template: Catalog, domain: str = DOMAIN, folder: Path = LOCALE) -> list[str]:
    """The texts a language must have and doesn't, fuzzy ones included: a guess is not a translation."""
    catalogue = read(language, domain, folder)
    missing = []
    for message in needed(language, template):
        known = catalogue.get(message.id, message.context)
        if not (known and translated(known.string) and not known.fuzzy):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def needed(language: str, template: Catalog) -> list[Message]:
    """The texts of a template that a language must have."""
    return [one for one in template if one.id and (language in STAFFS or not is_for_staff(one))]


def is_for_staff(message: Message) -> bool:
    """Whether a text stands nowhere but where staff work."""
    files = [file for file, _line in message.locations]
    return bool(files) and all(file.startswith(STAFF_ONLY) and not file.startswith(PUBLIC_TOO) for file in files)


def lacking_of_libraries(language: str) -> list[str]:
    """What neither a library nor we say in the language, of all that the libraries may show."""
    missing: list[str] = []
    for domain in libraries.DOMAINS:
        template = libraries.lacked(language, domain, read(language, domain, LIBRARIES))
        missing += lacking(language, template, domain, LIBRARIES)
    return missing


def translated(string: str | tuple[str, ...] | list[str]) -> bool:
    return bool(string) if isinstance(string, str) else all(string)


def check() -> int:
    template, law, bodies = extract(), extract_law(), extract_mechanisms()
    of_law, of_bodies = (sum(1 for message in one if message.id) for one in (law, bodies))
    missing = {language: lacking(language, template) for language, _ in LANGUAGES}
    for language, texts in missing.items():
        law_has = of_law - len(lacking(language, law, LAW))
        bodies_have = of_bodies - len(lacking(language, bodies, MECHANISMS))
        of_libraries = len(lacking_of_libraries(language))
        total = len(needed(language, template))
        print(f"  {language}  {total - len(texts):>5} of {total}   law {law_has:>5} of {of_law}"
              f"   mechanisms {bodies_have:>4} of {of_bodies}"
              f"   libraries lack {of_libraries}")  # fmt: skip
    for language in COMPLETE:
        print("".join(f"  {language} lacks: {text!r}\n" for text in missing[language]), end="")
    return int(any(missing[language] for language in COMPLETE))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
