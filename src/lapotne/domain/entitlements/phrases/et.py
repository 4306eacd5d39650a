"""The words between the words in Estonian."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_KUUD = (
    *("jaanuar", "veebruar", "märts", "aprill", "mai", "juuni"),
    *("juuli", "august", "september", "oktoober", "november", "detsember"),
)

ESTONIAN = Phrases(
    all_of="kõik need",
    any_of="vähemalt üks neist",
    or_=" või ",
    and_=" ning ",
    not_="ei ole nii: {}",
    open_question="lahtine küsimus: {}",
    at_least="{}: vähemalt {}",
    below="{}: vähem kui {}",
    before="{}: varem kui {}",
    after="{}: hiljem kui {}",
    within="{}: möödas ei ole rohkem kui {}",
    not_within="{}: möödas on rohkem kui {}",
    quoted="„{}“",
    bounds={"at_least": "vähemalt {}", "at_most": "kuni {}", "exactly": "{}"},
    units={
        # One; the partitive after every other number, nought too.
        "day": ("päev", "päeva", "päeva"),
        "week": ("nädal", "nädalat", "nädalat"),
        "month": ("kuu", "kuud", "kuud"),
        "year": ("aasta", "aastat", "aastat"),
        "hour": ("tund", "tundi", "tundi"),
        "consultation": ("konsultatsioon", "konsultatsiooni", "konsultatsiooni"),
        "person": ("inimene", "inimest", "inimest"),
        "euro": ("euro", "eurot", "eurot"),
    },
    every={"day": "päevas", "week": "nädalas", "month": "kuus", "year": "aastas"},
    bases={
        # A day or a month stands in the nominative: only a colon takes both.
        Basis.IN_FORCE: "jõus alates: {}",
        Basis.STATED: "viimati öeldud: {}",
        Basis.ADOPTED: "vastu võetud: {}",
        Basis.UNDATED: "kuupäevata allikas, loetud hiljemalt: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Ükski allikas ei ütle, mis sel päeval kehtis.",
        "which_version": "Allikad ei ütle, milline neist reeglitest sel päeval kehtis, ja reeglid on erinevad.",
        "how_to_count": "Allikas ei ütle, kuidas aega lugeda.",
        "given_again": "Ükski allikas ei ütle, kas seda antakse pärast aja lõppu uuesti või pikendatakse.",
        "as_read_later": "Esimesel päeval ei öelnud ükski allikas veel kestust; see on hiljem loetud.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day}. {_KUUD[day.month - 1]} {day.year}",
    month=lambda day: f"{_KUUD[day.month - 1]} {day.year}",
)
