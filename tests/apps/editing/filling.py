"""What a browser would send for a form as the page shows it."""

from django import forms
from django.http import QueryDict

from lapotne.apps.mechanism.forms.editing.entries import EntryForms
from lapotne.apps.mechanism.forms.editing.parts import Rows


def posted(entry_forms: EntryForms, **changes: object) -> QueryDict:
    data = QueryDict(mutable=True)
    for part in entry_forms.parts.values():
        rows = part.rows if isinstance(part, Rows) else [part]
        if isinstance(part, Rows):
            data[part.counter] = len(rows)
        for form in rows:
            fill(data, form)
    for name, value in changes.items():
        put(data, name, value)
    return data


def fill(data: QueryDict, form: forms.BaseForm) -> None:
    for field in form:
        value = field.value()
        if isinstance(field.field, forms.BooleanField):
            value = "on" if value else None
        if value not in (None, []):
            put(data, field.html_name, value)


def put(data: QueryDict, name: str, value: object) -> None:
    if isinstance(value, list):
        data.setlist(name, value)
    elif value is None:
        data.pop(name, None)
    else:
        data[name] = str(value)
