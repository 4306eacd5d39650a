"""The letter with which somebody sets a first password, or a new one."""

from django.http import HttpRequest

from lapotne.apps.accounts.forms.passwords import ForgottenPasswordForm


def send_letter(request: HttpRequest, email: str) -> None:
    form = ForgottenPasswordForm(data={"email": email})
    if form.is_valid():
        form.save(request)
