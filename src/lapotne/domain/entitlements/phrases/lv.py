"""The words between the words in Latvian."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import ELEVEN, HUNDRED, TEN, Phrases

_MENESI = (
    *("janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs"),
    *("jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris"),
)

LATVIAN = Phrases(
    all_of="viss šis",
    any_of="vismaz viens no šiem",
    or_=" vai ",
    and_=", un ",
    not_="nav tā: {}",
    open_question="atklāts jautājums: {}",
    at_least="{}: vismaz {}",
    below="{}: mazāk par {}",
    before="{} pirms {}",
    after="{} pēc {}",
    within="{}: pagājis ne vairāk kā {}",
    not_within="{}: pagājis vairāk nekā {}",
    quoted="“{}”",
    # Not "līdz", which would want another case of the number's noun.
    bounds={"at_least": "vismaz {}", "at_most": "ne vairāk kā {}", "exactly": "{}"},
    units={
        # A number, a number ending in one, and the genitive after nought.
        "day": ("diena", "dienas", "dienu"),
        "week": ("nedēļa", "nedēļas", "nedēļu"),
        "month": ("mēnesis", "mēneši", "mēnešu"),
        "year": ("gads", "gadi", "gadu"),
        "hour": ("stunda", "stundas", "stundu"),
        "consultation": ("konsultācija", "konsultācijas", "konsultāciju"),
        "person": ("cilvēks", "cilvēki", "cilvēku"),
        "euro": ("eiro", "eiro", "eiro"),
    },
    every={"day": "dienā", "week": "nedēļā", "month": "mēnesī", "year": "gadā"},
    bases={
        Basis.IN_FORCE: "spēkā kopš {}",
        Basis.STATED: "pēdējoreiz avotā: {}",
        Basis.ADOPTED: "pieņemts {}",
        Basis.UNDATED: "avotā bez datuma, kas lasīts līdz {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Neviens avots nesaka, kas bija spēkā šajā dienā.",
        "which_version": "Avoti nesaka, kurš no šiem noteikumiem bija spēkā šajā dienā, un tie atšķiras.",
        "how_to_count": "Avots nesaka, kā skaita laiku.",
        "given_again": "Neviens avots nesaka, vai to piešķir vēlreiz vai pagarina, kad laiks ir beidzies.",
        "as_read_later": "Pirmajā dienā ilgumu vēl neviens avots nebija teicis; šis ir vēlāk izlasītais.",
    },
    is_one=lambda number: number % TEN == 1 and number % HUNDRED != ELEVEN,
    day=lambda day: f"{day:%d.%m.%Y}.",
    month=lambda day: f"{day.year}. gada {_MENESI[day.month - 1]}",
)
