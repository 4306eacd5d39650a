"""What stands on every page is written once for each language, and sees nothing of a page."""

from collections import namedtuple

import pytest
from django.template import engines
from django.utils.translation import override

from lapotne.config import fixed

TEMPLATE = "{% load i18n %}{% fixed %}{% translate 'Danger to life' %}{% url 'website:help' %}{% endfixed %}"


def rendered(text, **context):
    return engines["rendering"].from_string(text).render(context)


def test_a_fixed_part_follows_the_language():
    template = engines["rendering"].from_string(TEMPLATE)
    written = []
    for language in ("en", "lv", "en"):
        with override(language):
            written.append(template.render({}))
    assert written[0] == written[2] == "Danger to life/en/help/"
    assert written[1].endswith("/lv/help/")


def test_a_fixed_part_that_needs_something_of_a_page_fails_when_first_shown():
    with pytest.raises(AttributeError):
        rendered("{% fixed %}{{ town }}{% endfixed %}", town="Saulgrieži")


def test_a_part_is_written_once_for_each_value_that_it_names():
    template = engines["rendering"].from_string("{% fixed rule %}{{ rule.says }}{{ person }}{% endfixed %}")
    rule = namedtuple("Rule", "says number")
    said = [template.render({"rule": rule(says, number), "person": "Anna"}) for says, number in
            (("one", 1), ("two", 2), ("one", 1))]  # fmt: skip
    assert said == ["one", "two", "one"]
    (part,) = template.template.nodelist
    assert len(part.written) == 2


def test_of_what_is_named_only_so_much_is_kept(monkeypatch):
    monkeypatch.setattr(fixed, "MOST", 2)
    template = engines["rendering"].from_string("{% fixed number %}{{ number }}{% endfixed %}")
    assert [template.render({"number": number}) for number in (1, 2, 3)] == ["1", "2", "3"]
    (part,) = template.template.nodelist
    assert list(part.written.values()) == ["2", "3"]
