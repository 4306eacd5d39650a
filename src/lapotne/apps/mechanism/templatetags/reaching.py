"""The address of a contact: `{% if contact|address %}`."""

from django import template

from lapotne.apps.mechanism.presenters.words.reaching import address

register = template.Library()
register.filter("address", address)
