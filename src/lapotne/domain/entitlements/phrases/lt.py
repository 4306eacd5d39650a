"""The words between the words in Lithuanian."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import ELEVEN, HUNDRED, TEN, Phrases

_MENESIO = (
    *("sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio"),
    *("liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"),
)

LITHUANIAN = Phrases(
    all_of="visos šios sąlygos",
    any_of="bent viena iš šių sąlygų",
    or_=" arba ",
    and_=", ir ",
    not_="netiesa, kad: {}",
    open_question="neatsakytas klausimas: {}",
    at_least="{}: ne mažiau kaip {}",
    below="{}: mažiau kaip {}",
    before="{}: anksčiau negu {}",
    after="{}: vėliau negu {}",
    within="{}: praėjo ne daugiau kaip {}",
    not_within="{}: praėjo daugiau kaip {}",
    quoted="„{}“",
    # Not "iki", which would want another case of the number's noun.
    bounds={"at_least": "ne mažiau kaip {}", "at_most": "ne daugiau kaip {}", "exactly": "{}"},
    units={
        # A number ending in one, one ending in two to nine, and the genitive after tens, the teens and nought.
        "day": ("diena", "dienos", "dienų"),
        "week": ("savaitė", "savaitės", "savaičių"),
        "month": ("mėnuo", "mėnesiai", "mėnesių"),
        "year": ("metai", "metai", "metų"),
        "hour": ("valanda", "valandos", "valandų"),
        "consultation": ("konsultacija", "konsultacijos", "konsultacijų"),
        "person": ("žmogus", "žmonės", "žmonių"),
        "euro": ("euras", "eurai", "eurų"),
    },
    every={"day": "per dieną", "week": "per savaitę", "month": "per mėnesį", "year": "per metus"},
    bases={
        # A bare year stands in the nominative: only a colon takes it as it is.
        Basis.IN_FORCE: "galioja nuo: {}",
        Basis.STATED: "paskutinį kartą minima: {}",
        Basis.ADOPTED: "priimta: {}",
        Basis.UNDATED: "šaltinyje be datos, perskaitytame ne vėliau kaip: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Joks šaltinis nesako, kas galiojo tą dieną.",
        "which_version": "Šaltiniai nesako, kuri iš šių taisyklių galiojo tą dieną, o jos skiriasi.",
        "how_to_count": "Šaltinis nesako, kaip skaičiuojamas laikas.",
        "given_again": "Joks šaltinis nesako, ar, laikui pasibaigus, suteikiama dar kartą arba pratęsiama.",
        "as_read_later": "Pirmąją dieną trukmės dar nenurodė joks šaltinis; ši perskaityta vėliau.",
    },
    is_one=lambda number: number % TEN == 1 and number % HUNDRED != ELEVEN,
    is_last=lambda number: number % TEN == 0 or 11 <= number % HUNDRED <= 19,  # noqa: PLR2004
    day=lambda day: f"{day.year} m. {_MENESIO[day.month - 1]} {day.day} d.",
    month=lambda day: f"{day.year} m. {_MENESIO[day.month - 1]} mėn.",
)
