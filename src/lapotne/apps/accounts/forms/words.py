"""What all forms of an account share: no word in a field that the page's own label says better."""

from django import forms


def without_words(form: forms.BaseForm) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
