"""The words between the words in Norwegian bokmål."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)

NORWEGIAN = Phrases(
    all_of="alt dette",
    any_of="minst ett av dette",
    or_=" eller ",
    and_=", og ",
    not_="ikke: {}",
    open_question="åpent spørsmål: {}",
    at_least="{} er minst {}",
    below="{} er under {}",
    before="{} før {}",
    after="{} etter {}",
    within="{}: for høyst {} siden",
    not_within="{}: for mer enn {} siden",
    quoted="«{}»",
    bounds={"at_least": "minst {}", "at_most": "inntil {}", "exactly": "{}"},
    units={
        "day": ("dag", "dager", "dager"),
        "week": ("uke", "uker", "uker"),
        "month": ("måned", "måneder", "måneder"),
        "year": ("år", "år", "år"),
        "hour": ("time", "timer", "timer"),
        "consultation": ("rådgivningssamtale", "rådgivningssamtaler", "rådgivningssamtaler"),
        "person": ("person", "personer", "personer"),
        "euro": ("euro", "euro", "euro"),
    },
    every={"day": "per dag", "week": "per uke", "month": "per måned", "year": "per år"},
    bases={
        Basis.IN_FORCE: "gjelder fra {}",
        Basis.STATED: "sist oppgitt {}",
        Basis.ADOPTED: "vedtatt {}",
        Basis.UNDATED: "i en kilde uten dato, lest innen {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Ingen kilde sier hva som gjaldt denne dagen.",
        "which_version": "Kildene sier ikke hvilken av disse reglene som gjaldt denne dagen, og de er ulike.",
        "how_to_count": "Kilden sier ikke hvordan tiden regnes.",
        "given_again": "Ingen kilde sier om det gis på nytt eller forlenges når tiden har gått ut.",
        "as_read_later": "Den første dagen oppga ingen kilde lengden ennå; denne er lest senere.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day}. {_MONTHS[day.month - 1]} {day.year}",
    month=lambda day: f"{_MONTHS[day.month - 1]} {day.year}",
)
