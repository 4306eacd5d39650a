"""The parts of a page as its editor shows them, one to one those of its files; and who adopted a practice."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Media, Select
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks import BlockField, CharBlock, ListBlock, StreamBlock, StructBlock, TextBlock
from wagtail.blocks.list_block import ListBlockAdapter, ListValue

from lapotne.adapters.content.inline import refused_links
from lapotne.adapters.content.kinds import is_address, is_date, is_year
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.presenters import in_order

MARKS = _("Marks: **bold**, *stressed*, [words](page:key), [words](tool:help), [words](https://…), [words](tel:112).")


def check_links(text: str) -> None:
    """A link leads to a page of ours by key, a tool, an https address or a number."""
    if refused := refused_links(text):
        raise ValidationError(gettext("This can't be a link: {address}.").format(address=refused[0]))


class LineBlock(TextBlock):
    """A text in one paragraph, with Markdown inside."""

    def __init__(self, **options: object) -> None:
        super().__init__(rows=3, validators=[check_links], **options)


class PartsBlock(StreamBlock):
    heading = CharBlock(label=_("Heading"), icon="title")
    subheading = CharBlock(label=_("Heading below a heading"), icon="title")
    paragraph = LineBlock(label=_("Paragraph"), icon="pilcrow", help_text=MARKS)
    list = ListBlock(LineBlock(), label=_("List"), icon="list-ul")
    numbered = ListBlock(LineBlock(), label=_("Steps, numbered"), icon="list-ol")
    quote = ListBlock(LineBlock(), label=_("Example, set apart"), icon="openquote")


class SectionBlock(PartsBlock):
    """What stands below a heading that is ours."""

    heading = None


def check_day(text: str) -> None:
    """Of many a source no more than the year is known."""
    if not (is_date(text) or is_year(text)):
        raise ValidationError(gettext("Write a year, a month or a day, such as 2016, 2016-05 or 2016-05-31."))


def check_address(text: str) -> None:
    if not is_address(text):
        raise ValidationError(gettext("Write the whole address, beginning with https://, without spaces."))


class SourceBlock(StructBlock):
    """Where a fact comes from, with the names that files use."""

    title = CharBlock(label=pgettext_lazy("of a source", "Title"))
    publisher = CharBlock(label=_("Who published it"), required=False)
    dated = CharBlock(label=_("Day, month or year"), required=False, validators=[check_day])
    address = CharBlock(label=_("Address"), required=False, validators=[check_address])


class SourcesBlock(ListBlock):
    """Rows that are a field of their own, which Wagtail's script draws only when they stand in a text."""


class SourcesAdapter(ListBlockAdapter):
    js_constructor = "lapotne.Sources"

    @property
    def media(self) -> Media:
        return super().media + Media(js=["sources.js"])


register(SourcesAdapter(), SourcesBlock)


class SourcesField(BlockField):
    """Sources as rows to add, sort and take out; the page keeps them as files do, without what nobody wrote."""

    def __init__(self, **options: Any) -> None:
        rows = SourcesBlock(SourceBlock(label=pgettext_lazy("of a fact", "Source"), icon="link"), default=[])
        super().__init__(block=rows, required=False, **options)

    def prepare_value(self, value: Any) -> ListValue:
        if isinstance(value, ListValue):
            return value
        rows = value if isinstance(value, list) else []
        return self.block.to_python([_in_words(row) for row in rows if isinstance(row, dict)])

    def clean(self, value: Any) -> list[dict[str, str]]:
        """Of a draft too: a source without its title is none."""
        return _plain(self.block.clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _plain(self.prepare_value(initial)) != _plain(self.prepare_value(data))


def _in_words(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(said) for name, said in row.items() if said}


def _plain(rows: ListValue) -> list[dict[str, str]]:
    return [_in_words(row) for row in rows]


class TownSelect(Select):
    """Municipalities of today, then the former ones in a group of their own."""

    def optgroups(self, *given: object, **named: object) -> list[object]:
        today, language = set(municipalities.on(timezone.localdate())), get_language() or "en"
        known = in_order(municipalities.every(), language)
        now, former = ([(town.pk, name) for town, name in known if (town in today) is here] for here in (True, False))
        self.choices = [("", "---------"), *now, *([(gettext("Former municipalities"), former)] if former else [])]
        groups: list[object] = super().optgroups(*given, **named)
        return groups
