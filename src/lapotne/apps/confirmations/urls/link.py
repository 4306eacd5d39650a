"""The one address that knows nobody but by its token."""

from django.urls import path

from lapotne.apps.confirmations.views import link

app_name = "by_link"
urlpatterns = [path("<str:token>/", link.answer, name="entries")]
