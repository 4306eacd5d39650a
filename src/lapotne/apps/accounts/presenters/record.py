"""The record of acts in words: each app brings those of its own verbs, `acts` of its AppConfig."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.apps import apps
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lapotne.adapters.csv_text import Row
from lapotne.apps.accounts.models import User
from lapotne.apps.audit.models import Act

HEADER = ("at", "by", "act", "municipality", "object", "number", "fields", "reason")


@dataclass(frozen=True)
class ShownAct:
    at: str
    who: str
    what: str
    town: str
    about: str
    reason: str


def shown(acts: Iterable[Act], people: Mapping[int, User]) -> list[ShownAct]:
    return [
        ShownAct(
            at=date_format(timezone.localtime(act.at), "SHORT_DATETIME_FORMAT"),
            who=str(people.get(act.by, act.by)) if act.by else _("the product itself"),
            what=in_words(act.verb),
            town=act.municipality,
            about=", ".join(act.fields),
            reason=act.reason,
        )
        for act in acts
    ]


def rows(acts: Iterable[Act], people: Mapping[int, User]) -> Iterator[Row]:
    """As HEADER says; times in UTC, people by user name, fields by name and never with what stood in them."""
    for act in acts:
        yield (
            *(act.at.isoformat(timespec="seconds"), username(act, people), act.verb, act.municipality),
            *(act.object_kind, act.object_id, " ".join(act.fields), act.reason),
        )


def username(act: Act, people: Mapping[int, User]) -> str:
    """The number where the account is gone, nothing where nobody signed in did it."""
    if act.by is None:
        return ""
    return people[act.by].username if act.by in people else str(act.by)


def choices(verbs: Iterable[str]) -> list[tuple[str, str]]:
    return sorted(((verb, in_words(verb)) for verb in verbs), key=lambda one: one[1])


def in_words(verb: str) -> str:
    """A verb that no app has words for is shown as it is kept."""
    return str(words().get(verb, verb))


@lru_cache(maxsize=1)
def words() -> dict[str, str | Promise]:
    return {verb: said for app in apps.get_app_configs() for verb, said in getattr(app, "acts", {}).items()}
