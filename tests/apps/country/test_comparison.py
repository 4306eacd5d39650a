"""Towns side by side, need by need."""

import re

PAGE = "/en/staff/country/compare/"


def test_two_towns_stand_side_by_side_with_their_holes(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}?towns=lv-demo&towns=lv-valmiera&profile=man").text
    bed = re.search(r'<th scope="row">A bed for tonight</th>(.*?)</tr>', page, re.DOTALL).group(1)
    assert "<strong>67 %</strong>" in bed
    assert "every night 22:00–06:00" in bed
    assert "8,760 h: not confirmed" in bed


def test_one_town_alone_is_nothing_to_compare(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}?towns=lv-demo").text
    assert "Which municipalities do you want side by side?" in page
    assert re.search(r'value="lv-demo" checked', page)


def test_unknown_towns_and_profiles_are_left_out(signed_in, nora):
    page = signed_in(nora).get(f"{PAGE}?towns=lv-nowhere&towns=lv-demo&towns=lv-demo&profile=nonsense")
    assert page.status_code == 200
    assert "Which municipalities" in page.text


def test_anonymous_visitors_are_sent_to_sign_in(client):
    assert client.get(PAGE).status_code == 302
