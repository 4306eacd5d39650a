"""The law's addresses for programs, under /api/v1/law/."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from ninja import Path, Query, Router
from ninja.errors import HttpError

from lapotne.adapters.law_json import facts_schema, law_document
from lapotne.adapters.rulebook_yaml.person import facts_of, faults_of
from lapotne.apps.rulebooks.api.answers import country_out, law_out
from lapotne.apps.rulebooks.api.schemas import LANGUAGE, ON, CountryOut, LawOut, Person, Problem, VerdictsOut
from lapotne.apps.rulebooks.forms.days import DayError, day_of
from lapotne.apps.rulebooks.presenters.reader import spoken
from lapotne.apps.rulebooks.queries.law import Shelf, UnreadableError, days_of_change, shelf
from lapotne.domain.entitlements.facts import ContradictionError, Facts
from lapotne.domain.entitlements.phrases import text
from lapotne.domain.entitlements.rulebook import Rulebook

NOT_FOUND, UNPROCESSABLE, UNAVAILABLE = 404, 422, 503
UNREADABLE = "This law can't be read at the moment: its files have errors. Ask again later."
Country = Annotated[str, Path(pattern="^[a-z]{2}$", description="ISO 3166-1, lower case.")]
Rules = Annotated[
    str, Path(pattern="^([a-z]{2}|supranational)$", description="ISO 3166-1, lower case, or supranational.")
]
Language = Annotated[str, Query(description=LANGUAGE, max_length=8)]
PROBLEMS = {NOT_FOUND: Problem, UNPROCESSABLE: Problem, UNAVAILABLE: Problem}

router = Router(tags=["law"])


@router.get(
    "/countries",
    response={200: list[CountryOut], UNAVAILABLE: Problem},
    summary="Countries whose law is here; one whose files have errors is left out until they are mended",
)
def list_countries(request: HttpRequest) -> list[dict[str, Any]]:
    today, law = timezone.localdate(), _shelf()
    return [country_out(book, days_of_change(law, key), today) for key, book in law.books.by_country.items()]


@router.get(
    "/facts",
    response={200: dict[str, Any], UNPROCESSABLE: Problem, UNAVAILABLE: Problem},
    summary="What may be told about a person: a JSON Schema with questions, why, and meanings",
)
def describe_facts(request: HttpRequest, language: Language = "en") -> dict[str, Any]:
    books = _shelf().books
    return facts_schema(books.facts, spoken(language, next(iter(books.everything), None)))


@router.get("/countries/{country}", response={200: LawOut, **PROBLEMS}, summary="A country's law on a day")
def show_law(
    request: HttpRequest, country: Rules, on: str | None = Query(None, description=ON), language: Language = "en"
) -> dict[str, Any]:
    book = _book(country)
    return law_out(book, _day(on), spoken(language, book))


@router.post(
    "/countries/{country}/verdicts",
    response={200: VerdictsOut, **PROBLEMS},
    summary="Yes, no or unknown for every entitlement of a country, for one person",
)
def judge_in_a_country(
    request: HttpRequest, country: Country, person: Person, response: HttpResponse
) -> dict[str, Any]:
    response["Cache-Control"] = "no-store"
    return _judged(_book(country), person)


@router.post(
    "/verdicts",
    response={200: list[VerdictsOut], UNPROCESSABLE: Problem, UNAVAILABLE: Problem},
    summary="The same person in each country that can be read",
)
def judge_in_each_country(request: HttpRequest, person: Person, response: HttpResponse) -> list[dict[str, Any]]:
    response["Cache-Control"] = "no-store"
    return [_judged(book, person) for book in _shelf().books.by_country.values()]


def _judged(book: Rulebook, person: Person) -> dict[str, Any]:
    day, language = _day(person.on), spoken(person.language, book)
    try:
        return law_document(book, _facts(person, book), day, language)
    except ContradictionError as error:
        said = " ".join(text(words, language) for words in error.said)
        raise HttpError(UNPROCESSABLE, f"{said} See: {', '.join(error.facts)}.") from error


def _facts(person: Person, book: Rulebook) -> Facts:
    faults = faults_of(person.facts, book.facts)
    if faults:
        told = (f"{'.'.join(map(str, fault.path))}: {fault.message} {fault.mend}".strip() for fault in faults)
        raise HttpError(UNPROCESSABLE, "; ".join(told))
    return facts_of(person.facts, book.facts)


def _book(country: str) -> Rulebook:
    try:
        book = _shelf().book(country)
    except UnreadableError as error:
        raise HttpError(UNAVAILABLE, UNREADABLE) from error
    if book is None:
        raise HttpError(NOT_FOUND, "No rulebook has this country; /api/v1/law/countries lists them.")
    return book


def _shelf() -> Shelf:
    try:
        return shelf()
    except UnreadableError as error:
        raise HttpError(UNAVAILABLE, UNREADABLE) from error


def _day(written: str | None) -> date:
    try:
        # As all errors that programs get, whatever language a browser would be answered in.
        with translation.override("en"):
            return day_of(written) if written else timezone.localdate()
    except DayError as error:
        raise HttpError(UNPROCESSABLE, f"on: {error}") from error
