"""Whatever anybody pastes: no crash, marks within the text, and the same answer to the same text."""

from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.adverts.checking import check
from lapotne.domain.adverts.guessing import guessed
from tests.domain.adverts.shipped import CODES, adverts


def words() -> list[str]:
    return sorted(
        {word for language in CODES for example in adverts().examples[language] for word in example.text.split()}
    )


# Deferred, for whoever only collects these tests needn't read the rules of twelve languages.
PIECES = st.one_of(
    st.deferred(lambda: st.sampled_from(words())),
    st.text(max_size=12),
    st.sampled_from([".", "\n", "\n\n", ",", " - ", "€"]),
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map(" ".join))


@given(text=TEXTS, language=st.sampled_from(CODES))
def test_any_text_is_answered_with_marks_within_it(text, language):
    report = check(text, adverts().rules[language])
    for finding in report.findings:
        assert all(0 <= span.start < span.end <= len(text) for span in finding.spans)
        assert list(finding.spans) == sorted(finding.spans)
        assert all(one.end < two.start for one, two in zip(finding.spans, finding.spans[1:], strict=False))


@given(text=TEXTS, language=st.sampled_from(CODES))
def test_the_same_text_gets_the_same_answer(text, language):
    assert check(text, adverts().rules[language]) == check(text, adverts().rules[language])


@given(text=TEXTS, language=st.sampled_from(CODES))
def test_each_flag_is_told_once_and_the_strong_ones_first(text, language):
    findings = check(text, adverts().rules[language]).findings
    assert len({finding.flag for finding in findings}) == len(findings)
    strengths = [finding.strength.value for finding in findings]
    assert strengths == sorted(strengths, key="strong weak".index)


@given(text=TEXTS)
def test_a_language_is_guessed_or_the_readers_own_is_kept(text):
    assert guessed(text, adverts().common, "lv") in CODES
    assert guessed("", adverts().common, "lv") == "lv"
