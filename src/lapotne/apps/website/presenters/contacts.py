"""How to reach somebody: the number itself is the button."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.words import Word
from lapotne.domain.mechanism.offers import Contact

PHONE = "phone"
SCHEMES = {PHONE: "tel:", "text": "sms:", "email": "mailto:"}
NO_NOTE = Word("")
NOT_DIALLED = re.compile(r"[^+0-9]")
ORDER = (PHONE, "text", "chat", "sign_language", "email", "web")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody: `address` is empty where it is only to be read."""

    kind: str
    label: str
    address: str
    note: Word = NO_NOTE

    @property
    def is_phone(self) -> bool:
        return self.kind == PHONE


def ways(contacts: Iterable[Contact], reader: Reader) -> list[Way]:
    """The public contacts, telephones first."""
    public = [contact for contact in contacts if not contact.staff_only]
    public.sort(key=lambda contact: ORDER.index(contact.kind) if contact.kind in ORDER else len(ORDER))
    return [Way(one.kind, _label(one), _address(one), reader.plain(one.note)) for one in public]


def _label(contact: Contact) -> str:
    match contact.kind:
        case "text":
            return _("Text message to {number}").format(number=contact.value)
        case "chat":
            return _("Chat")
        case "sign_language":
            return _("Sign language")
        case "web":
            return contact.value.removeprefix("https://").removeprefix("http://").rstrip("/")
    return contact.value


def _address(contact: Contact) -> str:
    if contact.kind in (PHONE, "text"):
        return SCHEMES[contact.kind] + NOT_DIALLED.sub("", contact.value)
    if contact.kind in SCHEMES:
        return SCHEMES[contact.kind] + contact.value
    return contact.value if contact.value.startswith(("https://", "http://")) else ""
