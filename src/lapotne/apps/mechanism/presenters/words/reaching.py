"""Where a contact leads: an address that a telephone or a browser follows, of the schemes we allow and no other."""

from lapotne.domain.mechanism.offers import Contact

SCHEMES = {"phone": "tel:", "text": "sms:", "email": "mailto:"}
OF_THE_WEB = ("https://", "http://")


def address(contact: Contact) -> str:
    """Empty where it can only be read; a contact of the web that begins with anything else is no link."""
    if contact.kind in SCHEMES:
        return SCHEMES[contact.kind] + contact.value.replace(" ", "")
    return contact.value if contact.value.startswith(OF_THE_WEB) else ""
