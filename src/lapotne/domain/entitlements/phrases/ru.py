"""The words between the words in Russian."""

from lapotne.domain.entitlements.dating import Basis
from lapotne.domain.entitlements.phrases.shape import ELEVEN, HUNDRED, TEN, Phrases

_MESYATSY = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_MESYATSA = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)

RUSSIAN = Phrases(
    all_of="всё из этого",
    any_of="хотя бы одно из этого",
    or_=" или ",
    and_=", и ",
    not_="не так: {}",
    open_question="открытый вопрос: {}",
    at_least="{}: минимум {}",
    below="{}: меньше чем {}",
    before="{}: раньше, чем {}",
    after="{}: позже, чем {}",
    within="{}: прошло максимум {}",
    not_within="{}: прошло больше чем {}",
    quoted="«{}»",
    # Not "до", which would want another case of the number's noun.
    bounds={"at_least": "минимум {}", "at_most": "максимум {}", "exactly": "{}"},
    units={
        # A number ending in one, one ending in two to four, and all others with nought.
        "day": ("день", "дня", "дней"),
        "week": ("неделя", "недели", "недель"),
        "month": ("месяц", "месяца", "месяцев"),
        "year": ("год", "года", "лет"),
        "hour": ("час", "часа", "часов"),
        "consultation": ("консультация", "консультации", "консультаций"),
        "person": ("человек", "человека", "человек"),
        "euro": ("евро", "евро", "евро"),
    },
    every={"day": "в день", "week": "в неделю", "month": "в месяц", "year": "в год"},
    bases={
        # A day stands in the genitive, a month in the nominative: only a colon takes both.
        Basis.IN_FORCE: "действует с: {}",
        Basis.STATED: "последнее упоминание: {}",
        Basis.ADOPTED: "принято: {}",
        Basis.UNDATED: "в источнике без даты, который прочитан не позже: {}",
        Basis.ALWAYS: "",
    },
    questions={
        "no_source_for_the_day": "Ни один источник не говорит, что действовало в этот день.",
        "which_version": "Источники не говорят, какое из этих правил действовало в этот день, а правила разные.",
        "how_to_count": "Источник не говорит, как считать время.",
        "given_again": "Ни один источник не говорит, дают ли это снова или продлевают, когда время истекло.",
        "as_read_later": "В первый день ни один источник ещё не называл срок; этот прочитан позже.",
    },
    is_one=lambda number: number % TEN == 1 and number % HUNDRED != ELEVEN,
    is_last=lambda number: not 1 <= number % 10 <= 4 or 11 <= number % 100 <= 14,  # noqa: PLR2004
    day=lambda day: f"{day.day} {_MESYATSA[day.month - 1]} {day.year} года",
    month=lambda day: f"{_MESYATSY[day.month - 1]} {day.year} года",
)
