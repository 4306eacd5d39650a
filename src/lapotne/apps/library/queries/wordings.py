"""What the public reads: of every page that is live the newest wording, and the stamp of all of them."""

from uuid import UUID

from django.db.models import QuerySet

from lapotne.apps.library.models import ContentPage, Review, Stamp, Wording


def stamp() -> UUID | None:
    """Tells whether anything public changed since one looked last; one tiny look-up."""
    return Stamp.objects.values_list("token", flat=True).first()


def newest(page: ContentPage) -> Wording | None:
    return Wording.objects.filter(page=page).order_by("-pk").first()


def shown(**chosen: object) -> QuerySet[Wording]:
    """The newest wording of each live page, with the page; `chosen` are conditions on pages."""
    live = {f"page__{name}": value for name, value in {"live": True, "alias_of": None, **chosen}.items()}
    return Wording.objects.filter(**live).order_by("page_id", "-pk").distinct("page_id")


def by_number(number: int) -> Wording:
    """A wording with its page."""
    return Wording.objects.select_related("page__municipality").get(pk=number)


def review_of(wording: Wording) -> Review | None:
    """The latest review of these very words."""
    return Review.objects.filter(page=wording.page_id, digest=wording.digest).order_by("-pk").first()


def path_of(page: ContentPage) -> str:
    """The address below the language, without slashes at its ends."""
    return page.url_path.strip("/").partition("/")[2]
