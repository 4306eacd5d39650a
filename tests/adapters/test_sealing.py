"""Sealed texts: opened by whoever has the key and names the place, by nobody else, and never once touched."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.adapters.sealing import AES_256_GCM, SealBrokenError, Sealer, WrongKeyError, is_sealed, key_from, new_key

KEY, OTHER = b"k" * 32, b"x" * 32
TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(text=TEXTS, place=TEXTS)
def test_what_is_sealed_opens_again(text, place):
    assert Sealer([KEY]).open(Sealer([KEY]).seal(text, place), place) == text


def test_the_first_byte_names_suite_and_version():
    assert base64.b64decode(Sealer([KEY]).seal("a", "b"))[:1] == AES_256_GCM


def test_twice_the_same_text_looks_different():
    assert Sealer([KEY]).seal("a", "b") != Sealer([KEY]).seal("a", "b")


def test_every_flipped_bit_is_seen():
    sealed = base64.b64decode(Sealer([KEY]).seal("a seed", "here"))
    accepted = 0
    for at in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[at // 8] ^= 1 << at % 8
        try:
            Sealer([KEY]).open(base64.b64encode(changed).decode(), "here")
            accepted += 1
        except SealBrokenError:
            pass
    assert accepted == 0


@pytest.mark.parametrize("sealed", ["", "a seed", "AQ==", "ĀĀĀĀ", "AAAA" * 30])
def test_what_was_never_sealed_is_no_seed(sealed):
    with pytest.raises(SealBrokenError):
        Sealer([KEY]).open(sealed, "here")


def test_old_keys_open_and_the_first_one_seals():
    old = Sealer([OTHER]).seal("a", "b")
    both = Sealer([KEY, OTHER])
    assert both.open(old, "b") == "a"
    assert not both.is_of_first_key(old)
    assert both.is_of_first_key(both.seal("a", "b"))


def test_a_seed_in_letters_never_looks_sealed():
    assert not is_sealed("AQ" + "A" * 30)
    assert is_sealed(Sealer([KEY]).seal("", ""))


@pytest.mark.parametrize("written", ["", "short", base64.b64encode(b"k" * 31).decode()])
def test_a_key_that_is_too_short_is_refused(written):
    with pytest.raises(WrongKeyError, match="32 bytes"):
        key_from(written)


def test_a_new_key_is_one():
    assert len(key_from(new_key())) == 32
