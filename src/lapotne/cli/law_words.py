"""What a verdict's parts are called in a terminal, in the languages in which rules are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lapotne.domain.entitlements.phrases import FALLBACK


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's words; `answers` by verdict."""

    answers: Mapping[str, str]
    history: str
    because: str
    rule: str
    perhaps: str
    open_question: str
    ask: str
    opens: str
    barred: str
    decides: str
    ask_anyway: str
    sources: str
    contradiction: str
    see: str
    make_sure: str
    first_stated: str
    clock: str
    clock_states: Mapping[str, str]
    used: str
    left: str
    last_day: str
    no_end: str
    remind: str


ENGLISH = Labels(
    answers={"yes": "yes", "no": "no", "unknown": "unknown"},
    history="history: nobody is sent there",
    because="because",
    rule="rule",
    perhaps="rule, perhaps",
    open_question="open",
    ask="ask",
    opens="what would open it",
    barred="what would open it: nothing can, because this doesn't change",
    decides="who decides",
    ask_anyway="ask anyway",
    sources="Sources",
    contradiction="These facts can't all be true, so there is no verdict.",
    see="See",
    make_sure="make sure",
    first_stated="first stated later",
    clock="time from",
    clock_states={
        "not_begun": "not begun",
        "running": "running",
        "may_have_ended": "may have ended",
        "ended": "ended",
        "unknown": "nobody can say",
    },
    used="days used",
    left="days left",
    last_day="last day",
    no_end="no source says when it ends",
    remind="remind on",
)
LATVIAN = Labels(
    answers={"yes": "jā", "no": "nē", "unknown": "nav zināms"},
    history="vēsture: uz turieni nevienu nesūta",
    because="jo",
    rule="noteikums",
    perhaps="varbūt noteikums",
    open_question="atklāts jautājums",
    ask="jautāt",
    opens="kas to atvērtu",
    barred="kas to atvērtu: nekas, jo tas nemainās",
    decides="kas lemj",
    ask_anyway="kam tomēr jautāt",
    sources="Avoti",
    contradiction="Šie fakti nevar visi būt patiesi, tāpēc atbildes nav.",
    see="Skat.",
    make_sure="pārliecināties",
    first_stated="pirmoreiz teikts vēlāk",
    clock="termiņš no",
    clock_states={
        "not_begun": "nav sācies",
        "running": "rit",
        "may_have_ended": "varbūt beidzies",
        "ended": "beidzies",
        "unknown": "neviens nevar pateikt",
    },
    used="izlietotas dienas",
    left="atlikušās dienas",
    last_day="pēdējā diena",
    no_end="neviens avots nesaka, kad tas beidzas",
    remind="atgādināt",
)
LANGUAGES: Mapping[str, Labels] = {"en": ENGLISH, "lv": LATVIAN}


def labels(language: str) -> Labels:
    """A language's words, English where it has none."""
    return LANGUAGES.get(language, LANGUAGES[FALLBACK])
