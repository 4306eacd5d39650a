"""Pages by kind, their wordings, reviews and addresses, and the stamp that tells when anything public changed."""

from lapotne.apps.library.models.adopters import Adopter
from lapotne.apps.library.models.history import Address, Review, Stamp, Wording
from lapotne.apps.library.models.kinds import (
    ArticlePage,
    CampaignPage,
    EventPage,
    GalleryPage,
    GlossaryPage,
    HomePage,
    NewsPage,
    PracticePage,
    PublicationPage,
)
from lapotne.apps.library.models.page import ContentPage
from lapotne.apps.library.models.parts import Picture, PublishedFile
from lapotne.apps.library.models.search import Findable, FindableKind, WordForm

__all__ = [
    "Address",
    "Adopter",
    "ArticlePage",
    "CampaignPage",
    "ContentPage",
    "EventPage",
    "Findable",
    "FindableKind",
    "GalleryPage",
    "GlossaryPage",
    "HomePage",
    "NewsPage",
    "Picture",
    "PracticePage",
    "PublicationPage",
    "PublishedFile",
    "Review",
    "Stamp",
    "WordForm",
    "Wording",
]
