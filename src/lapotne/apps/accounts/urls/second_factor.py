"""What allauth has no page for: the picture that an authenticator app reads."""

from django.urls import URLPattern, path

from lapotne.apps.accounts.views import second_factor

urlpatterns: list[URLPattern] = [path("app.svg", second_factor.app_picture, name="app_picture")]
