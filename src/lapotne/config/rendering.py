"""Django's templates, whose contexts are let go as soon as the page is written."""

from typing import Any

from django.http import HttpRequest
from django.template import TemplateDoesNotExist
from django.template.backends.django import DjangoTemplates, Template, reraise
from django.template.context import make_context
from django.utils.safestring import SafeString


class PromptTemplates(DjangoTemplates):
    """Templates of the folders of this project and its libraries."""

    def get_template(self, template_name: str) -> "PromptTemplate":
        found = super().get_template(template_name)
        return PromptTemplate(found.template, self)

    def from_string(self, template_code: str) -> "PromptTemplate":
        return PromptTemplate(super().from_string(template_code).template, self)


class PromptTemplate(Template):
    """A context holds itself, and all that a page is made of with it, so only the cycle collector would free it.

    Its looking for that stopped every hundredth visitor for twice as long as a page takes.
    """

    def render(self, context: dict[str, Any] | None = None, request: HttpRequest | None = None) -> SafeString:
        """The page; then the context is emptied."""
        made = make_context(context, request, autoescape=self.backend.engine.autoescape)
        try:
            return self.template.render(made)
        except TemplateDoesNotExist as missing:
            reraise(missing, self.backend)
            raise
        finally:
            made.dicts.clear()
