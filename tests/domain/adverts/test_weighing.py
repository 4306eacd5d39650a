"""When several hints weigh like one sure phrase, and when they stay hints."""

import pytest

from lapotne.domain.adverts.checking import check
from lapotne.domain.adverts.findings import Finding, Strength
from lapotne.domain.adverts.rules import CONTACT, EMPLOYER
from lapotne.domain.adverts.weighing import weighed
from tests.domain.adverts.shipped import adverts

STRONG, WEAK = Strength.STRONG, Strength.WEAK
STRENGTHS = {"fee": STRONG, "passport": STRONG, "secrecy": STRONG, "pressure": WEAK, EMPLOYER: WEAK, CONTACT: WEAK}
NOBODY = (Finding(EMPLOYER, WEAK), Finding(CONTACT, WEAK))


def hinted(flag: str, hints: int) -> Finding:
    return Finding(flag, WEAK, (), hints)


def strong(*findings: Finding) -> set[str]:
    return {one.flag for one in weighed(findings, STRENGTHS) if one.strength is STRONG}


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param([hinted("fee", 2)], set(), id="two hints in an advert that names somebody stay hints"),
        pytest.param([hinted("fee", 2), *NOBODY], {"fee"}, id="two hints are enough where nobody is named"),
        pytest.param([hinted("fee", 2), NOBODY[0]], set(), id="a trace that leads to somebody keeps them hints"),
        pytest.param([hinted("fee", 1), *NOBODY], set(), id="one hint never is"),
        pytest.param(
            [hinted("fee", 2), hinted("passport", 1), Finding("secrecy", STRONG)],
            {"fee", "secrecy"},
            id="three strong flags said or hinted at make the sure one strong, though somebody is named",
        ),
        pytest.param(
            [hinted("fee", 2), hinted("passport", 1), hinted("secrecy", 0)],
            set(),
            id="what is only said over two sentences doesn't count among the three",
        ),
        pytest.param([hinted("pressure", 5), *NOBODY], set(), id="a weak flag stays weak whatever hints at it"),
    ],
)
def test_hints_are_strong_together(findings, expected):
    assert strong(*findings) == expected


def test_an_advert_that_names_nobody_is_told_strongly_what_a_named_one_is_asked_about():
    deal = "Strādāsi noliktavā, pako preces 8 stundas dienā, 1500 eiro mēnesī. Biļeti nopērkam, atmaksāsi no algas. "
    named = check(deal + 'SIA "Avots", Brīvības iela 1, Rīga, info@avots.example.com', adverts().rules["lv"])
    nameless = check(deal + "Raksti tikai WhatsApp +371 0000 1234", adverts().rules["lv"])
    assert "all_arranged_repaid" in named.flags - named.strong
    assert "all_arranged_repaid" in nameless.strong


def test_what_two_phrases_find_in_the_same_words_is_one_hint():
    nameless = "Strādāsi noliktavā 8 stundas dienā. Raksti tikai WhatsApp +371 0000 1234. "
    once = check(nameless + "Dokumentus iesniedzat pirmdien.", adverts().rules["lv"])
    twice = check(nameless + "Dokumentus iesniedzat pirmdien, tie glabāsies seifā.", adverts().rules["lv"])
    assert "passport_taken" in once.flags - once.strong
    assert "passport_taken" in twice.strong
