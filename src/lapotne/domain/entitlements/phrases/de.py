"""The words between the words in German."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_MONATE = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)

GERMAN = Phrases(
    all_of="alles davon",
    any_of="mindestens eines davon",
    or_=" oder ",
    and_=", und ",
    not_="nicht: {}",
    open_question="offene Frage: {}",
    at_least="{}: mindestens {}",
    below="{}: weniger als {}",
    before="{}: früher als {}",
    after="{}: später als {}",
    # An amount stands in the nominative, so it follows a word that asks for no other case.
    within="{}: seither höchstens {} vergangen",
    not_within="{}: seither mehr als {} vergangen",
    quoted="„{}“",
    bounds={"at_least": "mindestens {}", "at_most": "höchstens {}", "exactly": "{}"},
    units={
        "day": ("Tag", "Tage", "Tage"),
        "week": ("Woche", "Wochen", "Wochen"),
        "month": ("Monat", "Monate", "Monate"),
        "year": ("Jahr", "Jahre", "Jahre"),
        "hour": ("Stunde", "Stunden", "Stunden"),
        "consultation": ("Beratung", "Beratungen", "Beratungen"),
        "person": ("Person", "Personen", "Personen"),
        "euro": ("Euro", "Euro", "Euro"),
    },
    every={"day": "am Tag", "week": "in der Woche", "month": "im Monat", "year": "im Jahr"},
    bases={
        Basis.IN_FORCE: "in Kraft seit {}",
        Basis.STATED: "zuletzt angegeben: {}",
        Basis.ADOPTED: "angenommen: {}",
        Basis.UNDATED: "in einer Quelle ohne Datum, gelesen bis {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Keine Quelle sagt, was an diesem Tag galt.",
        "which_version": "Die Quellen sagen nicht, welche dieser Regeln an diesem Tag galt, und sie sind verschieden.",
        "how_to_count": "Die Quelle sagt nicht, wie die Zeit gezählt wird.",
        "given_again": "Keine Quelle sagt, ob es nach Ablauf der Zeit noch einmal gewährt oder verlängert wird.",
        "as_read_later": "Am ersten Tag nannte noch keine Quelle die Dauer; diese wurde später gelesen.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day}. {_MONATE[day.month - 1]} {day.year}",
    month=lambda day: f"{_MONATE[day.month - 1]} {day.year}",
)
