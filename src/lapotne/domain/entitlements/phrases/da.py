"""The words between the words in Danish."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_MAANEDER = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)

DANISH = Phrases(
    all_of="alt dette",
    any_of="mindst ét af dette",
    or_=" eller ",
    and_=", og ",
    not_="gælder ikke: {}",
    open_question="åbent spørgsmål: {}",
    at_least="{}: mindst {}",
    below="{}: under {}",
    before="{}: før {}",
    after="{}: efter {}",
    within="{}: for højst {} siden",
    not_within="{}: for mere end {} siden",
    quoted="»{}«",
    bounds={"at_least": "mindst {}", "at_most": "op til {}", "exactly": "{}"},
    units={
        "day": ("dag", "dage", "dage"),
        "week": ("uge", "uger", "uger"),
        "month": ("måned", "måneder", "måneder"),
        "year": ("år", "år", "år"),
        "hour": ("time", "timer", "timer"),
        "consultation": ("samtale", "samtaler", "samtaler"),
        "person": ("person", "personer", "personer"),
        "euro": ("euro", "euro", "euro"),
    },
    every={"day": "om dagen", "week": "om ugen", "month": "om måneden", "year": "om året"},
    bases={
        # A year or a month may stand here as well as a day: only a colon takes all three.
        Basis.IN_FORCE: "i kraft siden: {}",
        Basis.STATED: "sidst oplyst: {}",
        Basis.ADOPTED: "vedtaget: {}",
        Basis.UNDATED: "i en kilde uden dato, læst senest: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Ingen kilde siger, hvad der gjaldt på denne dag.",
        "which_version": "Kilderne siger ikke, hvilken af disse regler der gjaldt den dag, og reglerne er forskellige.",
        "how_to_count": "Kilden siger ikke, hvordan tiden tælles.",
        "given_again": "Ingen kilde siger, om det gives igen eller forlænges, når tiden er udløbet.",
        "as_read_later": "På den første dag nævnte ingen kilde længden endnu; denne er læst senere.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day}. {_MAANEDER[day.month - 1]} {day.year}",
    month=lambda day: f"{_MAANEDER[day.month - 1]} {day.year}",
)
