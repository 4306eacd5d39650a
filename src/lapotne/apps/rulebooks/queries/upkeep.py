"""What a deploy must refuse: rulebooks with errors, told by Django's own checks."""

from typing import Any

from django.core.checks import Error

from lapotne.apps.rulebooks.queries.law import errors

TAG, ID = "law", "rulebooks.E001"
MEND = "Mend it before you serve it; `lapotne rules check` tells the same, with warnings."


def law_is_right(**_kwargs: Any) -> list[Error]:
    """One error of Django's for each that keeps a rulebook from being shown."""
    return [Error(str(problem), hint=MEND, id=ID) for problem in errors()]
