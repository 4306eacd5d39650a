"""Names the app to Django and brings the words of its acts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfirmationsConfig(AppConfig):
    name = "lapotne.apps.confirmations"
    acts = {
        "ask_institution": _("asked an institution whether its entries are right"),
        "issue_link": _("made a link for an institution to answer by"),
        "withdraw_link": _("took back the link of an institution"),
        "answer_by_link": _("answered by a link"),
        "decide_proposal": _("decided about a change that an institution proposed"),
    }
