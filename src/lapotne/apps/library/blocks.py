"""The parts of a page as its editor shows them: those of the files of content, one to one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, TextBlock

from lapotne.adapters.content.inline import refused_links

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
