"""Where in a document something stands, and what is wrong with it, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lapotne.adapters.problems import Problem, Said
from lapotne.apps.mechanism.presenters.words.offers import country_of, named, proper
from lapotne.apps.mechanism.queries.reference import reference

LABELS = {
    "institutions": "",
    "competences": "",
    "services": "",
    "governance": gettext_lazy("Governance"),
    "protocol": gettext_lazy("Protocol"),
    "sources": gettext_lazy("Sources"),
    "names": pgettext_lazy("of a thing", "Name"),
    "what": gettext_lazy("What they do"),
    "note": gettext_lazy("Remark"),
    "type": gettext_lazy("Kind of institution"),
    "level": gettext_lazy("Level"),
    "contacts": gettext_lazy("Contacts"),
    "availabilities": gettext_lazy("Ways and times to reach them"),
    "hours": gettext_lazy("Hours"),
    "on_holidays": gettext_lazy("On public holidays"),
    "mode": gettext_lazy("How"),
    "minutes_to_respond": gettext_lazy("Minutes until they respond"),
    "confirmation": gettext_lazy("Confirmed"),
    "closures": gettext_lazy("Closed days"),
    "meets": gettext_lazy("Needs it meets"),
    "area": gettext_lazy("Whom it serves"),
    "place": gettext_lazy("Where it is"),
    "confidential": gettext_lazy("Town not shown"),
    "languages": gettext_lazy("Languages"),
    "eligibility": gettext_lazy("Who is taken"),
    "capacity": gettext_lazy("Places"),
    "payer": gettext_lazy("Who pays"),
    "legal_basis": gettext_lazy("Legal basis"),
    "valid": gettext_lazy("Exists from and until"),
    "source": pgettext_lazy("of a fact", "Source"),
    "value": gettext_lazy("Number or address"),
    "absent": gettext_lazy("Taken out"),
}


@dataclass(frozen=True)
class ShownProblem:
    place: str
    message: str
    mend: str


def shown(problems: Sequence[Problem], document: Mapping[str, Any]) -> list[ShownProblem]:
    return [
        ShownProblem(place(problem.path, document), in_words(problem.message), in_words(problem.mend))
        for problem in problems
    ]


def in_words(text: object) -> str:
    """What is said about a file, in the reader's language where it is a sentence of ours."""
    if not isinstance(text, Said):
        return str(text)
    if not text.values:
        return _(text.pattern)
    values = {name: in_words(value) if isinstance(value, Said) else value for name, value in text.values.items()}
    return _(text.pattern).format(**values)


def place(path: Sequence[str | int], document: Mapping[str, Any]) -> str:
    """`Shelter “Osta” › Beds for men › Hours` for a path into a document."""
    words, at, country = [], document, country_of(str(document.get("key", "")))
    for step in path:
        is_item = isinstance(at, list)
        at = _below(at, step)
        words.append(_numbered(step) if is_item else _label(step, at, country))
    return " › ".join(word for word in words if word)


def _below(raw: object, step: str | int) -> object:
    if isinstance(raw, Mapping):
        return raw.get(step)
    if not isinstance(raw, list):
        return None
    if isinstance(step, int):
        return raw[step] if step < len(raw) else None
    return _item(raw, step)


def _item(raw: list[Any], step: str) -> object:
    """An item of a list by its own key, or else by its number from 1."""
    by_key = next((item for item in raw if isinstance(item, Mapping) and item.get("key") == step), None)
    if by_key is not None:
        return by_key
    return raw[int(step) - 1] if step.isdigit() and 0 < int(step) <= len(raw) else None


def _numbered(step: str | int) -> str:
    """A list's items by number from 1; an item's own key says more than its number."""
    number = step + 1 if isinstance(step, int) else step
    return _("number %(number)s") % {"number": number} if str(number).isdigit() else f"“{number}”"


def _label(step: str | int, value: object, country: str) -> str:
    if isinstance(value, Mapping) and isinstance(value.get("names"), Mapping):
        # Only a body has a kind; what it offers is explained.
        return proper(value["names"], country, str(step)) if "type" in value else named(value["names"], step)
    if step in LABELS:
        return str(LABELS[step])
    known = reference()
    word = known.needs.get(step) or known.attributes.get(step)
    return named(word.names, step) if word else str(step)
