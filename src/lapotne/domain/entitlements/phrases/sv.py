"""The words between the words in Swedish."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import Phrases

_MANADER = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)

SWEDISH = Phrases(
    all_of="allt detta",
    any_of="minst ett av detta",
    or_=" eller ",
    and_=", och ",
    not_="inte så: {}",
    open_question="öppen fråga: {}",
    at_least="{}: minst {}",
    below="{}: mindre än {}",
    before="{}: tidigare än {}",
    after="{}: senare än {}",
    within="{}: högst {} har gått",
    not_within="{}: mer än {} har gått",
    quoted="”{}”",
    bounds={"at_least": "minst {}", "at_most": "högst {}", "exactly": "{}"},
    units={
        "day": ("dag", "dagar", "dagar"),
        "week": ("vecka", "veckor", "veckor"),
        "month": ("månad", "månader", "månader"),
        "year": ("år", "år", "år"),
        "hour": ("timme", "timmar", "timmar"),
        "consultation": ("konsultation", "konsultationer", "konsultationer"),
        "person": ("person", "personer", "personer"),
        "euro": ("euro", "euro", "euro"),
    },
    every={"day": "om dagen", "week": "i veckan", "month": "i månaden", "year": "om året"},
    bases={
        Basis.IN_FORCE: "i kraft sedan {}",
        Basis.STATED: "senast nämnt {}",
        Basis.ADOPTED: "antaget {}",
        Basis.UNDATED: "i en källa utan datum, läst senast {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Ingen källa säger vad som gällde den dagen.",
        "which_version": "Källorna säger inte vilken av dessa regler som gällde den dagen, och de skiljer sig åt.",
        "how_to_count": "Källan säger inte hur tiden räknas.",
        "given_again": "Ingen källa säger om det ges på nytt eller förlängs när tiden har gått ut.",
        "as_read_later": "Den första dagen angav ingen källa längden ännu; den här lästes senare.",
    },
    is_one=lambda number: number == 1,
    day=lambda day: f"{day.day} {_MANADER[day.month - 1]} {day.year}",
    month=lambda day: f"{_MANADER[day.month - 1]} {day.year}",
)
