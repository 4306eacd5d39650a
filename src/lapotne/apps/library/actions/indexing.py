"""Keeps what a search finds in step with what is public; dictionaries are only asked for words not met before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection, transaction

from lapotne.adapters.word_forms import bare, learn, stem_of, words_of
from lapotne.apps.library.models import Findable, FindableKind, WordForm, Wording
from lapotne.apps.library.queries import findable
from lapotne.apps.library.queries.findable import Source
from lapotne.apps.municipalities.models import Municipality

TITLE, TEXT = "A", "D"
LAST_PLACE = 16_383
"""PostgreSQL counts places in a text no further."""

ADD_FORMS = """
    INSERT INTO library_wordform (language, form, base)
    SELECT %s, * FROM unnest(%s::text[], %s::text[]) ON CONFLICT DO NOTHING
"""


def index_everything(*, today: date, learning: bool = True) -> int:
    """Write all that can be found anew, first learning the words not met before; how many were new.

    Without learning, which takes up to a minute, a new word is found as it stands.
    """
    sources = list(findable.everything(today))
    new = learn_words(sources=sources) if learning else 0
    with transaction.atomic():
        Findable.objects.all().delete()
        write(sources=sources)
    return new


def index_wording(*, wording: Wording) -> None:
    """A page that went live, with its translations, which may have a new key with it.

    Its new words are found as they stand until the next `index_search`.
    """
    write(sources=list(findable.pages(translation_key=wording.page.translation_key)))


@transaction.atomic
def index_town(*, municipality: Municipality, today: date) -> None:
    """A town whose mechanism changed."""
    Findable.objects.filter(kind=FindableKind.INSTITUTION, municipality=municipality).delete()
    write(sources=findable.of_town(municipality, today))


def learn_words(*, sources: Iterable[Source]) -> int:
    met: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        met[source.language].update(words_of(f"{source.title} {source.text}"))
    known: dict[str, set[str]] = defaultdict(set)
    for language, form in WordForm.objects.values_list("language", "form").iterator():
        known[language].add(form)
    new = {language: frozenset(words - known[language]) for language, words in met.items() if words - known[language]}
    with connection.cursor() as cursor:
        for language, forms in learn(new).items():
            cursor.execute(ADD_FORMS, [language, [form for form, _ in forms], [base for _, base in forms]])
        for language, words in met.items():
            stems = _stems(language, words)
            cursor.execute(ADD_FORMS, [language, [stem for stem, _ in stems], [base for _, base in stems]])
    return sum(map(len, new.values()))


def _stems(language: str, words: set[str]) -> list[tuple[str, str]]:
    """By which stem each base of these words is found, where the form that is sought is in no dictionary."""
    bases = _bases(language, words)
    found = {(stem_of(language, one), base) for word, some in bases.items() for base in some for one in (word, base)}
    return sorted((stem, base) for stem, base in found if stem)


def write(*, sources: Sequence[Source]) -> None:
    rows = []
    for language in dict.fromkeys(source.language for source in sources):
        of_it = [source for source in sources if source.language == language]
        bases = _bases(language, {word for one in of_it for word in words_of(f"{one.title} {one.text}")})
        rows += [_row(source, bases) for source in of_it]
    changing = ["title", "title_language", "text", "municipality", "words"]
    Findable.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "language", "key"], update_fields=changing
    )


def _row(source: Source, bases: dict[str, set[str]]) -> Findable:
    return Findable(
        kind=source.kind,
        key=source.key,
        language=source.language,
        title=source.title,
        title_language=source.title_language,
        text=source.text,
        municipality=source.municipality,
        words=vector(source, bases),
    )


def _bases(language: str, words: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, base in WordForm.objects.filter(language=language, form__in=words).values_list("form", "base"):
        found[form].add(base)
    return found


def vector(source: Source, bases: dict[str, set[str]]) -> str:
    """Base forms with their places, in PostgreSQL's own writing; words of the title weigh most."""
    places: dict[str, list[str]] = defaultdict(list)
    weighed = [(word, TITLE) for word in words_of(source.title)] + [(word, TEXT) for word in words_of(source.text)]
    for place, (word, weight) in enumerate(weighed[:LAST_PLACE], start=1):
        for base in bases.get(word) or {word, bare(word)}:
            places[base].append(f"{place}{weight}")
    return " ".join(f"'{base}':{','.join(found[:250])}" for base, found in places.items())
