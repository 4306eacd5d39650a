"""The six states and the ways of reaching help, in words and as names for shapes."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from lapotne.domain.mechanism.states import Mode, State

SHAPES = {
    State.COVERED: "covered",
    State.BY_PHONE: "phone",
    State.TOO_FAR: "far",
    State.DEPENDS: "ask",
    State.UNCONFIRMED: "unconfirmed",
    State.NOBODY: "nobody",
}
"""A state's name in pictures and styles."""

WORDS = {
    State.COVERED: gettext_lazy("covered"),
    State.BY_PHONE: gettext_lazy("by phone or on call"),
    State.TOO_FAR: gettext_lazy("too far or too slow"),
    State.DEPENDS: gettext_lazy("depends on something to ask"),
    State.UNCONFIRMED: gettext_lazy("not confirmed"),
    State.NOBODY: gettext_lazy("nobody"),
}


def state(found: State) -> str:
    return str(WORDS[found])


def of_somebody(found: State) -> str:
    """A state as it is said of somebody; `covered` is said of a need."""
    return pgettext("said of somebody", "can act") if found is State.COVERED else state(found)


def shape(found: State) -> str:
    return SHAPES[found]


def mode(way: Mode) -> str:
    return {
        Mode.IN_PERSON: pgettext("how help is reached", "in person"),
        Mode.PHONE: pgettext("how help is reached", "by phone"),
        Mode.REMOTE: pgettext("how help is reached", "from afar, by video or chat"),
        Mode.ON_CALL: pgettext("how help is reached", "on call"),
    }[way]


def group(key: str) -> str:
    """The heading of a group of needs, as the reference groups them."""
    known = {
        "act": _("Who takes it in hand"),
        "tonight": _("Tonight"),
        "days": _("The first days"),
        "after": _("Afterwards"),
    }
    return known.get(key, key)
