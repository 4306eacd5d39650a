"""The kinds of pages, each with what it alone has."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Page

from lapotne.apps.library.blocks import SectionBlock
from lapotne.apps.library.models.page import ContentPage, shared, translated

ANYWHERE = ["library.HomePage", "library.ArticlePage", "library.CampaignPage"]
"""Pages that have others below them."""

BEFORE_TEXT = len(Page.content_panels) + 1
"""Where fields of a kind stand in the editor that are read before the text: below the title and the summary."""


class HomePage(ContentPage):
    """The first page of a language; all others of that language hang below it."""

    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")


class ArticlePage(ContentPage):
    """A text of its own: help, rights, signs, accessibility, privacy, contact."""

    parent_page_types = ANYWHERE

    class Meta:
        verbose_name = _("article")


class NewsPage(ContentPage):
    published = models.DateField(_("day of the news"), null=True)

    parent_page_types = ANYWHERE
    translatable_fields = [*ContentPage.translatable_fields, *shared("published")]
    content_panels = [*ContentPage.content_panels, FieldPanel("published")]

    class Meta:
        verbose_name = _("news")


class EventPage(ContentPage):
    """Something on a day, or from a moment to another; `all_day` where no hours are known."""

    starts = models.DateTimeField(_("begins"), null=True)
    ends = models.DateTimeField(_("ends"), null=True, blank=True)
    all_day = models.BooleanField(_("without hours"), default=True)
    place = models.CharField(_("place"), max_length=200, blank=True)

    parent_page_types = ANYWHERE
    translatable_fields = [*ContentPage.translatable_fields, *translated("place"), *shared("starts", "ends", "all_day")]
    content_panels = [
        *ContentPage.content_panels,
        *(FieldPanel(name) for name in ("starts", "ends", "all_day", "place")),
    ]

    class Meta:
        verbose_name = _("event")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(starts__isnull=False, ends__gte=F("starts")),
                name="event_ends_after_it_begins",
            ),
        ]


class PublicationPage(ContentPage):
    """A book, leaflet or study, with its files by language."""

    published = models.DateField(_("day of publication"), null=True, blank=True)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    cover_shows = models.CharField(
        _("what its covers show, and who made them"), max_length=200, blank=True, help_text=_("For who can't see it.")
    )

    parent_page_types = ANYWHERE
    translatable_fields = [
        *ContentPage.translatable_fields,
        *translated("authors", "cover_shows"),
        *shared("published", "published_files"),
    ]
    content_panels = [
        *ContentPage.content_panels,
        *(FieldPanel(name) for name in ("published", "authors")),
        InlinePanel("published_files", label=_("File")),
        FieldPanel("cover_shows"),
    ]

    class Meta:
        verbose_name = _("publication")


class GalleryPage(ContentPage):
    """Pictures with what they show, in words."""

    parent_page_types = ANYWHERE
    translatable_fields = [*ContentPage.translatable_fields, *translated("pictures")]
    content_panels = [*ContentPage.content_panels, InlinePanel("pictures", label=_("Picture"))]

    class Meta:
        verbose_name = _("photo gallery")


class CampaignPage(ContentPage):
    starts = models.DateField(_("begins"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True)
    slogan = models.CharField(_("slogan"), max_length=200, blank=True)

    parent_page_types = ANYWHERE
    translatable_fields = [*ContentPage.translatable_fields, *translated("slogan"), *shared("starts", "ends")]
    content_panels = [*ContentPage.content_panels, *(FieldPanel(name) for name in ("slogan", "starts", "ends"))]

    class Meta:
        verbose_name = _("campaign")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(starts=None) | Q(ends__gte=F("starts")),
                name="campaign_ends_after_it_begins",
            ),
        ]


class PracticePage(ContentPage):
    """What a town did and others may do too; the text tells what else to keep in mind."""

    problem = StreamField(SectionBlock(), default=list, verbose_name=_("The problem"))
    done = StreamField(SectionBlock(), default=list, verbose_name=_("What was done"))
    evidence = StreamField(
        SectionBlock(),
        default=list,
        verbose_name=_("What shows that it works"),
        help_text=_("Figures with their source; where there are none, say so."),
    )
    cost = models.TextField(_("cost"), blank=True)
    contact = models.TextField(_("contact"), blank=True, help_text=_("An institution, not a person."))

    parent_page_types = ANYWHERE
    translatable_fields = [
        *ContentPage.translatable_fields,
        *translated("problem", "done", "evidence", "cost", "contact"),
        *shared("adopters"),
    ]
    content_panels = [
        *ContentPage.content_panels[:BEFORE_TEXT],
        *(FieldPanel(name) for name in ("problem", "done", "evidence", "cost", "contact")),
        InlinePanel("adopters", heading=_("Adopted by"), label=_("Municipality")),
        *ContentPage.content_panels[BEFORE_TEXT:],
    ]

    class Meta:
        verbose_name = _("practice")

    @property
    def adopted_by(self) -> list[str]:
        """Keys of the municipalities, as files name them."""
        return [one.municipality.key for one in self.adopters.select_related("municipality")]


class GlossaryPage(ContentPage):
    """Words and what they mean: each word a heading, its meaning the paragraphs below."""

    parent_page_types = ANYWHERE

    class Meta:
        verbose_name = _("glossary")
