"""The first page of the law: every country with one line of the state of things."""

from dataclasses import dataclass
from datetime import date

from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.rulebooks.presenters.finding import State, state, unreadable
from lapotne.apps.rulebooks.presenters.reader import reader_for, spoken
from lapotne.apps.rulebooks.queries.law import Shelf


@dataclass(frozen=True, slots=True)
class StartPage:
    states: tuple[State, ...]
    speaks: str
    above: State | None


def start_page(law: Shelf, today: date, language: str) -> StartPage:
    """Countries by the reader's alphabet, those whose law can't be read now among them."""
    order = alphabetical(language)
    told = [state(today, reader_for(language, book, today)) for book in law.books.by_country.values()]
    told += unreadable(law.unreadable, language)
    states = tuple(sorted(told, key=lambda one: order(one.name)))
    above = law.books.supranational
    book = next(iter(law.books.everything), None)
    return StartPage(
        states, spoken(language, book), state(today, reader_for(language, above, today)) if above else None
    )
