"""What is the same on every page of one language: `{% fixed %}<p>{% translate "..." %}</p>{% endfixed %}`."""

from django.template import Context, Library, Node, NodeList
from django.template.base import Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = Library()


class FixedNode(Node):
    """Written once for each language, since finding words and addresses takes longer than all the rest of a page.

    What stands in it sees no page, so that it can't depend on one.
    """

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.written: dict[str | None, SafeString] = {}

    def render(self, context: Context) -> SafeString:  # noqa: ARG002 -- the page, which it must not see
        """The part of the page in the language of this moment."""
        language = get_language()
        found = self.written.get(language)
        if found is None:
            found = self.written[language] = self.nodelist.render(Context({"language": language}))
        return found


@register.tag
def fixed(parser: Parser, _token: Token) -> FixedNode:
    """Take everything up to the end tag."""
    nodelist = parser.parse(("endfixed",))
    parser.delete_first_token()
    return FixedNode(nodelist)
