"""What pages of every kind share."""

from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from lapotne.adapters.content.kinds import TAKEN, is_sources
from lapotne.apps.library.blocks import PartsBlock
from lapotne.apps.municipalities.models import Municipality

HOMES = 2
"""How deep in the tree the home pages lie."""

LONGEST_BASE = 70
"""Of a key made from an address: a number may follow."""

CHOOSE_TOWN = "library.choose_town"
"""The permission to say whose a page is."""

SHARED = ("key", "source", "dated", "safety_critical", "municipality", "sources")
"""Fields that all languages of a page have in common: the source's."""


SOURCES = _("Each source has a title, and may have a publisher, a date and an address.")


def shared(*names: str) -> list[SynchronizedField]:
    return [SynchronizedField(name, overridable=False) for name in names]


def translated(*names: str) -> list[TranslatableField]:
    return [TranslatableField(name) for name in names]


def numbered(base: str) -> Iterator[str]:
    """A name, and those to try next where it is taken: `roof`, `roof-2`, `roof-3`."""
    return chain([base], (f"{base}-{number}" for number in count(2)))


class ContentPage(Page):
    """A page in one language; its translations have the same `key`, and `source` names the language written first.

    `sources` are those of the files: title, publisher, dated, address.
    """

    key = models.SlugField(
        _("key"), max_length=80, blank=True, help_text=_("The same in every language; links name it.")
    )
    source = models.CharField(_("language written first"), max_length=8, choices=settings.LANGUAGES, editable=False)
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences."))
    body = StreamField(PartsBlock(required=False), verbose_name=_("text"), blank=True)
    dated = models.DateField(_("date of the text"), null=True, help_text=_("Readers see by it how old the text is."))
    safety_critical = models.BooleanField(
        _("a wrong word here can hurt"), default=False, help_text=_("Such pages are translated first.")
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        help_text=_("The people who write for this municipality can then edit this page and those below it."),
    )
    sources = models.JSONField(_("sources"), default=list, blank=True)
    from_file = models.TextField(editable=False, blank=True, help_text="the file it was loaded from last")
    from_page_file = models.TextField(editable=False, blank=True, help_text="the page.yaml of that load")
    file_revision = models.BigIntegerField(editable=False, null=True, help_text="the revision that load made")

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in ("key", "dated", "safety_critical")),
                FieldPanel("municipality", permission=CHOOSE_TOWN),
            ],
            heading=_("About this page"),
        ),
        FieldPanel("sources", heading=_("Sources"), help_text=SOURCES),
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("show_in_menus")]
    translatable_fields = [*translated("title", "summary", "body"), *shared(*SHARED)]
    exclude_fields_in_copy = ["key", "source", "municipality", "from_file", "from_page_file", "file_revision"]
    is_creatable = False
    search_auto_update = False
    """By each saving alone; see actions/editor_search.py."""

    class Meta:
        verbose_name = _("text")
        constraints = [
            models.CheckConstraint(condition=~Q(key=""), name="content_page_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """What an editor needn't write: a page's key and its first language."""
        super().clean()
        self.sources = self.sources or []
        if not is_sources(self.sources):
            raise ValidationError({"sources": SOURCES})
        if self.slug in TAKEN and self.depth == HOMES + 1:
            raise ValidationError({"slug": gettext("A list or a tool of this site has this address.")})
        if self.key and self.alias_of_id is None and self._others().filter(key=self.key).exists():
            raise ValidationError({"key": gettext("Another page has this key.")})
        self._name()

    def save(self, *given: Any, **named: Any) -> None:
        """A copy, and an alias that becomes a page, gets a key of its own; Wagtail saves either without asking.

        Whatever lies below a town's page is that town's.
        """
        fields = named.get("update_fields") or ()
        if "alias_of_id" in fields and self.alias_of_id is None and self._others().filter(key=self.key).exists():
            self.key = self.source = ""
            named["update_fields"] = [*fields, "key", "source"]
        self._name()
        if not fields or "municipality" in fields:
            self.municipality_id = self.town_above() or self.municipality_id
        super().save(*given, **named)

    def town_above(self) -> int | None:
        """The municipality of the page right above, which has that of the page above it."""
        if not self.path or self.depth <= HOMES:
            return None
        above = ContentPage.objects.filter(path=self.path[: -self.steplen])
        return above.values_list("municipality_id", flat=True).first()

    def _name(self) -> None:
        """Where they are missing, a key and the language written first: its translations', else its own.

        A page that has none yet takes the municipality of its translations too.
        """
        if (self.key and self.source) or not self.locale_id:
            return
        known = ContentPage.objects.filter(translation_key=self.translation_key, alias_of=None).exclude(pk=self.pk)
        names = known.values_list("key", "source", "municipality_id").first()
        key, source, town = names or ("", self.locale.language_code, None)
        self.source = self.source or source
        self.municipality_id = self.municipality_id or town
        self.key = self.key or key
        if not self.key and self.slug:
            keys = numbered(self.slug[:LONGEST_BASE])
            self.key = next(key for key in keys if not self._others().filter(key=key).exists())

    def _others(self) -> models.QuerySet["ContentPage"]:
        """All other pages in whatever language; an alias is the page that it shows."""
        return ContentPage.objects.filter(alias_of=None).exclude(translation_key=self.translation_key)

    def is_site_root(self) -> bool:
        """Wagtail asks at each saving; only homes are."""
        return self.depth == HOMES and bool(super().is_site_root())

    def get_template(self, *_given: object, **_named: object) -> str:
        """Only previews are made by Wagtail; readers get their pages from the website."""
        return "library/preview.html"

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str]:  # noqa: ARG002
        """Where readers find it; without a host, for we answer under several."""
        return 0, "", self.url_path

    def _get_dummy_header_url(self, original_request: HttpRequest | None = None) -> str:
        """Wagtail's own way to a preview's address, which would be without a host."""
        known = original_request.build_absolute_uri if original_request else "http://localhost{}".format
        return str(known(self.url_path))

    @property
    def language(self) -> str:
        return self.locale.language_code
