"""The title of a page, and what its head tells programs by it.

`{% titled %}<title>{% block title %}...{% endblock %} – Lapotne</title>{% endtitled %}` writes both, so that no
page can share another title than the one that its readers see.
"""

from html import unescape

from django.template import Context, Library, Node, NodeList
from django.template.base import Parser, Token
from django.utils.safestring import SafeString

register = Library()

BEGINNING, END = "<title>", " – Lapotne</title>"


class TitledNode(Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """The element, and the head of whoever shows the page: `head` of its context, which takes the title."""
        element, head = self.nodelist.render(context), context.get("head")
        title = element.removeprefix(BEGINNING).removesuffix(END).strip()
        return SafeString(f"{element}\n{head(unescape(title)) if head else ''}")


@register.tag
def titled(parser: Parser, _token: Token) -> TitledNode:
    """Take everything up to the end tag as the title."""
    nodelist = parser.parse(("endtitled",))
    parser.delete_first_token()
    return TitledNode(nodelist)
