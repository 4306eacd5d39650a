"""How a text is cut: words, sentences, and clauses, with their places."""

import pytest

from lapotne.domain.adverts.lexicon import Lexicon
from lapotne.domain.adverts.phrases import PhraseError, parse
from lapotne.domain.adverts.reading import compared, read, without_accents


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", 2),
        ("It costs 300 kr. i timen.", 1),
        ("Reg. 4000 is here.", 1),
        ("It was 140 kr., but we got half.", 1),
        ("Pay: good. Hours: many.", 2),
        ("A line\nthat was wrapped.", 1),
        ("First\n\nSecond", 2),
        ("Offer\n- bed\n- food", 3),
        ("Who of all? You! Now…", 2),
        ("Who is it then now? You! Now…", 3),
        ("see www.example.org now", 1),
        ("no papers needed. come tomorrow", 2),
        ("Bring the papers. come tomorrow. We wait.", 2),
        ("reg. no. 5 is ours, np. z.B. kl. 8", 1),
        ("easy work 💸 Write now", 2),
        ("we pick apples 🍎 and pears", 1),
        ("Waiter wanted\nGood pay\nNo papers", 3),
        ("Experience? Not needed.", 1),
        ("Do you want to work with us? Not here.", 2),
        ("We pay 6–8 tys. € a month", 1),
    ],
)
def test_where_a_sentence_ends(text, sentences):
    assert read(text).tokens[-1].sentence + 1 == sentences


@pytest.mark.parametrize(
    ("written", "same"),
    [("ЁЛКА", "елка"), ("п’ять", "п'ять"), ("Employer's", "employer"), ("STRASSE", "strasse"), ("straße", "strasse")],
)
def test_words_are_compared_without_what_makes_no_difference(written, same):
    assert compared(written) == same


@pytest.mark.parametrize(("word", "plain"), [("mājās", "majas"), ("łódź", "lodz"), ("für", "fur"), ("fuer", "fur"),
                                             ("йод", "йод")])  # fmt: skip
def test_accents_and_their_substitutes_go_but_cyrillic_letters_stay(word, plain):
    assert without_accents(word) == plain


def test_numbers_are_one_word_with_their_spaces():
    assert [token.text for token in read("5 000 EUR, 2.500,- and 40 hours").tokens][:2] == ["5 000", "eur"]


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("$nothing ~ fee", "No list is called nothing"),
        ("pay ~ ", "nothing on one side"),
        ("pay! now", "isn't a word"),
        ("a__b", "isn't a word"),
    ],
)
def test_a_phrase_that_cannot_be_understood_says_why(phrase, told):
    with pytest.raises(PhraseError, match=told):
        parse(phrase, {"fee": ["fee"]})


def test_a_list_stands_for_its_words_and_their_alternatives():
    phrase = parse("$fee ~ pay", {"fee": ["deposit", "small|modest sum"]})
    assert phrase.groups[0][0] == (("deposit",), ("small", "sum"), ("modest", "sum"))


@pytest.mark.parametrize(
    ("text", "is_written_so"),
    [
        ("Ligums bus kad atbrauksi", False),
        ("Līgums būs, kad atbrauksi", True),
        ("Maja un darbs no mums, raksti uz numuru vai zvani Jurģim, ligums bus kad atbrauksi uz vietas, "
         "nauda katru nedelu uz rokas, darbs siltumnica", False),
        ("Договор потом", True),
    ],
)  # fmt: skip
def test_a_name_with_its_accents_makes_no_text_that_is_written_with_them(text, is_written_so):
    assert read(text).has_accents is is_written_so


@pytest.mark.parametrize(("text", "shares"), [("jaamme", True), ("jäät ja jaamme", True), ("me ja te", False)])
def test_a_word_without_its_accents_is_no_small_word(text, shares):
    forms = {"jaa": frozenset(("jaamme",))}
    assert bool(Lexicon(["jaa"], forms, common=["ja"]).places(read(text))) is shares
