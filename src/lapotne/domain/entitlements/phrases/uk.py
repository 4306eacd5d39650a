"""The words between the words in Ukrainian."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import ELEVEN, HUNDRED, TEN, Phrases

_MISIATSI = (
    *("січень", "лютий", "березень", "квітень", "травень", "червень"),
    *("липень", "серпень", "вересень", "жовтень", "листопад", "грудень"),
)
_MISIATSIA = (
    *("січня", "лютого", "березня", "квітня", "травня", "червня"),
    *("липня", "серпня", "вересня", "жовтня", "листопада", "грудня"),
)

UKRAINIAN = Phrases(
    all_of="усе з цього",
    any_of="принаймні одне з цього",
    or_=" або ",
    and_=", і ",
    not_="не так: {}",
    open_question="відкрите питання: {}",
    at_least="{}: щонайменше {}",
    below="{}: менше ніж {}",
    before="{}: раніше, ніж {}",
    after="{}: пізніше, ніж {}",
    within="{}: минуло не більше ніж {}",
    not_within="{}: минуло більше ніж {}",
    quoted="«{}»",
    # Not "до", which would want another case of the number's noun.
    bounds={"at_least": "щонайменше {}", "at_most": "не більше ніж {}", "exactly": "{}"},
    units={
        # A number ending in one, one ending in two to four, and all others with nought.
        "day": ("день", "дні", "днів"),
        "week": ("тиждень", "тижні", "тижнів"),
        "month": ("місяць", "місяці", "місяців"),
        "year": ("рік", "роки", "років"),
        "hour": ("година", "години", "годин"),
        "consultation": ("консультація", "консультації", "консультацій"),
        "person": ("людина", "людини", "людей"),
        "euro": ("євро", "євро", "євро"),
    },
    every={"day": "на день", "week": "на тиждень", "month": "на місяць", "year": "на рік"},
    bases={
        # A day stands in the genitive, a month in the nominative: only a colon takes both.
        Basis.IN_FORCE: "діє від: {}",
        Basis.STATED: "востаннє згадано: {}",
        Basis.ADOPTED: "ухвалено: {}",
        Basis.UNDATED: "у джерелі без дати, прочитаному не пізніше: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Жодне джерело не каже, що діяло цього дня.",
        "which_version": "Джерела не кажуть, яке з цих правил діяло цього дня, а правила різні.",
        "how_to_count": "Джерело не каже, як рахувати час.",
        "given_again": "Жодне джерело не каже, чи надають це знову або продовжують, коли час минув.",
        "as_read_later": "Першого дня жодне джерело ще не називало строку; цей прочитано пізніше.",
    },
    is_one=lambda number: number % TEN == 1 and number % HUNDRED != ELEVEN,
    is_last=lambda number: not 1 <= number % 10 <= 4 or 11 <= number % 100 <= 14,  # noqa: PLR2004
    day=lambda day: f"{day.day} {_MISIATSIA[day.month - 1]} {day.year} року",
    month=lambda day: f"{_MISIATSI[day.month - 1]} {day.year} року",
)
