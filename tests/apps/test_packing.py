"""Public pages are sent packed, made for one reader or for all; pages of staff, in which secrets stand, are not."""

import gzip

import brotli
import pytest

from lapotne.adapters.packing import taken

PACKINGS = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("path", ["/en/help/lv-demo/", "/en/law/lv/", "/en/advert/", "/api/v1/needs", "/en/"])
def test_a_public_page_is_packed_as_the_browser_takes_it(client, demo, path, packing):
    answer = client.get(path, headers={"accept-encoding": packing})
    assert answer.headers["Content-Encoding"] == packing
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert PACKINGS[packing](answer.content) == client.get(path).content


def test_whoever_takes_no_packing_gets_none_and_is_kept_apart(client, demo):
    answer = client.get("/en/law/lv/")
    assert "Content-Encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_an_answer_to_facts_is_packed_too(client, demo):
    answer = client.post("/en/help/lv-demo/bed/", {"sex": "male"}, headers={"accept-encoding": "gzip, br"})
    assert b"tel:112" in brotli.decompress(answer.content)
    assert len(answer.content) < 10_000


@pytest.mark.parametrize("path", ["/en/staff/account/login/", "/en/staff/"])
def test_a_page_with_a_token_is_not(signed_in, alice, client, path):
    who = client if "login" in path else signed_in(alice)
    answer = who.get(path, headers={"accept-encoding": "gzip, br"})
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "packing"),
    {
        "gzip, deflate, br, zstd": "br", "gzip": "gzip", "GZIP": "gzip", "br;q=0, gzip": "gzip", "br;q=0.5,gzip": "br",
        "*": "br", "*, br;q=0": "gzip", "identity": "", "gzip;q=0": "", "": "", ";": "", "x-brotli": "",
    }.items(),
)  # fmt: skip
def test_a_browser_gets_no_packing_that_it_refuses(accepted, packing):
    assert taken(accepted) == packing
