"""What is wrong with a document is said in the reader's language."""

import pytest
from django.utils import translation

from lapotne.adapters.problems import Said
from lapotne.adapters.shapes.kinds import Number
from lapotne.apps.mechanism.presenters.editing.problems import in_words
from lapotne.domain.moments.hours import HoursError, read_hours


def test_a_sentence_is_said_in_latvian_with_its_values_in_latvian_too():
    (fault,) = Number(Said("an age in years"), most=120).faults("x", ())
    assert fault.message == "`x` stands where an age in years belongs."
    with translation.override("lv"):
        assert in_words(fault.message) == "`x` ir tur, kur vajag: vecums gados."


def test_braces_of_an_example_stay_as_they_are():
    with translation.override("lv"):
        assert in_words(Said("Write `names: {lv: ..., en: ...}`.")) == "Rakstiet `names: {lv: ..., en: ...}`."


def test_hours_that_cannot_be_read_are_told_in_latvian():
    with pytest.raises(HoursError) as refused:
        read_hours("sunrise-17:00")
    with translation.override("lv"):
        told = in_words(Said(refused.value.pattern, **refused.value.values))
    assert told == "'sunrise-17:00' seko saulei; rakstiet pulksteņa laiku, piemēram, 08:00-17:00."


def test_a_text_that_is_not_ours_stays_as_it_is():
    assert in_words("whatever {it} says") == "whatever {it} says"
