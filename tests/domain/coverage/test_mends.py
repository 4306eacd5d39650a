"""The nearest mend: the single change that closes the whole gap and opens the fewest hours (rule 18)."""

from __future__ import annotations

from lapotne.domain.coverage.findings import findings
from lapotne.domain.coverage.mends import Mend, MendKind
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Level, Offer
from tests.domain.coverage.situations import BED, MAN, WOMEN_ONLY, shelter, week

DAY = "Mo-Su 08:00-22:00; PH 08:00-22:00"
ALWAYS = "24/7"
HOURS_OF_NIGHTS_A_YEAR = 3650


def mend(*offers: Offer, need: Need = BED, neighbours: tuple[Offer, ...] = ()) -> Mend | None:
    asked = week(*offers, need=need, profiles=(MAN,))
    (finding,) = findings(asked.town, asked.evaluator, neighbours)
    return finding.mend


def told(found: Mend | None) -> tuple[str, str] | None:
    return (found.kind, found.offer.institution.key) if found else None


def test_longer_hours_add_the_gap_and_no_more() -> None:
    found = mend(shelter("osta", DAY))
    assert told(found) == (MendKind.LENGTHEN, "osta")
    assert found is not None
    assert round(found.added_hours_a_year) == HOURS_OF_NIGHTS_A_YEAR


def test_a_confirmation_comes_before_everything() -> None:
    found = mend(shelter("osta", DAY), shelter("bura", ALWAYS, confirmation=None))
    assert told(found) == (MendKind.CONFIRM, "bura")


def test_hours_nobody_said_may_be_confirmed() -> None:
    assert told(mend(shelter("bura", None, confirmation=None))) == (MendKind.CONFIRM, "bura")


def test_a_womens_house_is_opened_to_men_only_if_nothing_nearer_helps() -> None:
    women = shelter("marija", ALWAYS, eligibility=WOMEN_ONLY)
    assert told(mend(women, shelter("osta", DAY))) == (MendKind.LENGTHEN, "osta")
    assert told(mend(women)) == (MendKind.ADMIT, "marija")


def test_an_agreement_with_a_neighbour_is_a_change_too() -> None:
    neighbour = shelter("kaimins", ALWAYS, serves=False, kilometres=20.0)
    assert told(mend(neighbours=(neighbour,))) == (MendKind.AGREE, "kaimins")


def test_a_neighbour_beyond_the_needs_kilometres_is_none() -> None:
    near = Need("bed", kilometres=50.0)
    neighbour = shelter("kaimins", ALWAYS, serves=False, kilometres=51.0)
    assert mend(need=near, neighbours=(neighbour,)) is None


def test_a_local_institution_comes_before_a_national_one_of_the_same_hours() -> None:
    found = mend(shelter("astra", DAY, level=Level.NATIONAL), shelter("zvans", DAY))
    assert told(found) == (MendKind.LENGTHEN, "zvans")


def test_equals_go_by_name() -> None:
    assert told(mend(shelter("zvans", DAY), shelter("bura", DAY))) == (MendKind.LENGTHEN, "bura")


def test_what_two_changes_would_be_needed_for_is_no_mend() -> None:
    assert mend(shelter("marija", DAY, eligibility=WOMEN_ONLY)) is None


def test_a_need_that_can_wait_takes_one_hour_in_each_wait() -> None:
    found = mend(shelter("osta", "Mo 08:00-09:00; PH off"), need=Need("bed", within_hours=24))
    assert found is not None
    assert found.added_hours_a_year < HOURS_OF_NIGHTS_A_YEAR / 8
