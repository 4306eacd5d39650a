"""The words between the words in Polish."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_MIESIACE = (
    *("styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec"),
    *("lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"),
)
_MIESIACA = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)

POLISH = Phrases(
    all_of="wszystkie z tych",
    any_of="co najmniej jedno z tych",
    or_=" lub ",
    and_=" oraz ",
    not_="nieprawda, że: {}",
    open_question="pytanie otwarte: {}",
    at_least="{}: co najmniej {}",
    below="{}: mniej niż {}",
    before="{}: wcześniej niż {}",
    after="{}: później niż {}",
    within="{}: minęło nie więcej niż {}",
    not_within="{}: minęło więcej niż {}",
    quoted="„{}”",
    bounds={"at_least": "co najmniej {}", "at_most": "najwyżej {}", "exactly": "{}"},
    units={
        # One, a number ending in two to four, and all others with nought.
        "day": ("dzień", "dni", "dni"),
        "week": ("tydzień", "tygodnie", "tygodni"),
        "month": ("miesiąc", "miesiące", "miesięcy"),
        "year": ("rok", "lata", "lat"),
        "hour": ("godzina", "godziny", "godzin"),
        "consultation": ("konsultacja", "konsultacje", "konsultacji"),
        "person": ("osoba", "osoby", "osób"),
        "euro": ("euro", "euro", "euro"),
    },
    every={"day": "dziennie", "week": "tygodniowo", "month": "miesięcznie", "year": "rocznie"},
    bases={
        # A day stands in the genitive, a month in the nominative: only a colon takes both.
        Basis.IN_FORCE: "obowiązuje od: {}",
        Basis.STATED: "ostatnio podano: {}",
        Basis.ADOPTED: "przyjęto: {}",
        Basis.UNDATED: "w źródle bez daty, odczytanym do dnia: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Żadne źródło nie mówi, co obowiązywało tego dnia.",
        "which_version": "Źródła nie mówią, który z tych przepisów obowiązywał tego dnia, a przepisy się różnią.",
        "how_to_count": "Źródło nie mówi, jak liczyć czas.",
        "given_again": "Żadne źródło nie mówi, czy po upływie czasu przyznaje się to ponownie albo przedłuża.",
        "as_read_later": "Pierwszego dnia żadne źródło nie podawało jeszcze długości; tę odczytano później.",
    },
    is_one=lambda number: number == 1,
    is_last=lambda number: number != 1 and not (2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14),  # noqa: PLR2004
    day=lambda day: f"{day.day} {_MIESIACA[day.month - 1]} {day.year} r.",
    month=lambda day: f"{_MIESIACE[day.month - 1]} {day.year} r.",
)
