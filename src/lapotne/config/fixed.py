"""Parts of pages that are written once for each language.

`{% fixed %}<p>{% translate "..." %}</p>{% endfixed %}` is the same on every page. What stands in
`{% fixed rule speaks %}...{% endfixed %}`, or `{% fixed rule=one.rule %}...{% endfixed %}`, is the same wherever the
named values are: it sees these and nothing else.
It is for what the law or a mechanism says, never for what is said of a person, because it stays in memory.
"""

from collections import OrderedDict
from collections.abc import Hashable

from django.template import Context, Library, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = Library()

MOST = 4096
"""Written parts that one place of a template keeps; a rule with its sources takes some 2 KB."""


class FixedNode(Node):
    """Written once for each language, since finding words and addresses takes longer than all the rest of a page.

    What stands in it sees no page but the values named in its tag, so that it can't depend on one.
    """

    def __init__(self, nodelist: NodeList, values: dict[str, FilterExpression]) -> None:
        self.nodelist, self.values = nodelist, values
        self.written: OrderedDict[Hashable, SafeString] = OrderedDict()

    def render(self, context: Context) -> SafeString:
        """The part of the page in the language of this moment."""
        seen = {name: value.resolve(context) for name, value in self.values.items()}
        seen["language"] = get_language()
        key = tuple(seen.values())
        found = self.written.get(key)
        if found is None:
            found = self.written[key] = self._write(context, seen)
            if len(self.written) > MOST:
                self.written.popitem(last=False)
        return found

    def _write(self, context: Context, seen: dict[str, object]) -> SafeString:
        alone = Context(seen)
        if not self.values:
            return self.nodelist.render(alone)
        # Includes are looked for by the page's engine.
        with alone.bind_template(context.template):
            return self.nodelist.render(alone)


@register.tag
def fixed(parser: Parser, token: Token) -> FixedNode:
    """Take everything up to the end tag, and the values that the tag names."""
    named = (said.partition("=") for said in token.split_contents()[1:])
    values = {name: parser.compile_filter(value or name) for name, _, value in named}
    nodelist = parser.parse(("endfixed",))
    parser.delete_first_token()
    return FixedNode(nodelist, values)
