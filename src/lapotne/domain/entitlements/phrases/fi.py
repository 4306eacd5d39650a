"""The words between the words in Finnish."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_KUUKAUDET = (
    *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
    *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
)

FINNISH = Phrases(
    all_of="kaikki nämä",
    any_of="vähintään yksi näistä",
    or_=" tai ",
    and_=", ja ",
    not_="ei pidä paikkaansa: {}",
    open_question="avoin kysymys: {}",
    # Nearly every word before a noun wants another case: "vähintään", "yli" and "kuin" take the nominative.
    at_least="{}: vähintään {}",
    below="{}: alle {}",
    before="{}: aikaisemmin kuin {}",
    after="{}: myöhemmin kuin {}",
    within="{}: enintään {} sitten",
    not_within="{}: yli {} sitten",
    quoted="”{}”",
    bounds={"at_least": "vähintään {}", "at_most": "enintään {}", "exactly": "{}"},
    units={
        # One, and the partitive after any other number.
        "day": ("päivä", "päivää", "päivää"),
        "week": ("viikko", "viikkoa", "viikkoa"),
        "month": ("kuukausi", "kuukautta", "kuukautta"),
        "year": ("vuosi", "vuotta", "vuotta"),
        "hour": ("tunti", "tuntia", "tuntia"),
        "consultation": ("neuvontakerta", "neuvontakertaa", "neuvontakertaa"),
        "person": ("henkilö", "henkilöä", "henkilöä"),
        "euro": ("euro", "euroa", "euroa"),
    },
    every={"day": "päivässä", "week": "viikossa", "month": "kuukaudessa", "year": "vuodessa"},
    bases={
        # A month stands in the nominative: only a colon takes both it and a day.
        Basis.IN_FORCE: "voimassa alkaen: {}",
        Basis.STATED: "viimeksi mainittu: {}",
        Basis.ADOPTED: "hyväksytty: {}",
        Basis.UNDATED: "päiväämättömässä lähteessä, luettu viimeistään: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Mikään lähde ei sano, mikä oli voimassa tänä päivänä.",
        "which_version": "Lähteet eivät sano, mikä näistä säännöistä oli voimassa tänä päivänä, ja säännöt eroavat.",
        "how_to_count": "Lähde ei sano, miten aika lasketaan.",
        "given_again": "Mikään lähde ei sano, annetaanko sitä uudelleen tai pidennetäänkö sitä, kun aika on päättynyt.",
        "as_read_later": "Ensimmäisenä päivänä mikään lähde ei vielä kertonut kestoa; tämä on luettu myöhemmin.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day}.{day.month}.{day.year}",
    month=lambda day: f"{_KUUKAUDET[day.month - 1]} {day.year}",
)
