"""What raises which flag, in sentences of all twelve languages; and what sounds like it and raises none."""

import pytest

from lapotne.domain.adverts.checking import check
from tests.domain.adverts.shipped import CODES, adverts, situations

UNTRUE = [(language, flag) for language in CODES for flag in situations(language)["untrue"]]
RAISING = [(language, flag) for language in CODES for flag in situations(language)["raises"]]


@pytest.mark.parametrize(("language", "flag"), RAISING)
def test_each_sentence_raises_its_flag(language, flag):
    sentences, rules = situations(language)["raises"][flag], adverts().rules[language]
    assert sentences
    assert [sentence for sentence in sentences if flag not in check(sentence, rules).flags] == []


@pytest.mark.parametrize("language", CODES)
def test_what_no_honest_employer_says_is_raised_strongly_by_one_sentence(language):
    sentences, rules = situations(language)["plain"], adverts().rules[language]
    assert sentences
    assert [sentence for sentence in sentences if not check(sentence, rules).strong] == []


@pytest.mark.parametrize("language", CODES)
def test_no_sentence_that_denies_raises_a_strong_flag(language):
    rules = adverts().rules[language]
    strong = {sentence: check(sentence, rules).strong for sentence in situations(language)["clear"]}
    assert strong
    assert {sentence: flags for sentence, flags in strong.items() if flags} == {}


@pytest.mark.parametrize(("language", "flag"), UNTRUE)
def test_what_sounds_like_a_flag_and_plainly_means_something_else_raises_it_not_even_weakly(language, flag):
    sentences, rules = situations(language)["untrue"][flag], adverts().rules[language]
    assert [sentence for sentence in sentences if flag in check(sentence, rules).flags] == []


@pytest.mark.parametrize("language", CODES)
def test_every_language_tells_situations_of_the_same_flags(language):
    told = set(situations(language)["raises"])
    assert told == set(situations("en")["raises"])
    by_absence = {"employer_unnamed", "contact_untraceable", "terms_unstated"}
    assert told | by_absence == set(adverts().flags)


@pytest.mark.parametrize("language", CODES)
def test_all_planted_flags_of_the_examples_are_found_and_honest_ones_raise_no_strong_flag(language):
    examples = adverts().examples[language]
    assert [example.honest for example in examples].count(True) == 10
    assert len(examples) == 20
    reports = [(example, check(example.text, adverts().rules[language])) for example in examples]
    assert {example.key: set(example.planted) - report.flags for example, report in reports if not example.honest} == {
        example.key: set() for example in examples if not example.honest
    }
    assert {example.key: report.strong for example, report in reports if example.honest and report.strong} == {}
