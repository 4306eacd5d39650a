"""What stands on every page is written once for each language, and sees nothing of a page."""

import pytest
from django.template import engines
from django.utils.translation import override

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
