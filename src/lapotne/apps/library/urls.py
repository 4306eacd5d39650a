"""Addresses for staff about content; the editor's own are Wagtail's."""

from django.urls import path

from lapotne.apps.library.views import board, text

app_name = "library"
urlpatterns = [
    path("", board.board, name="board"),
    path("<slug:key>/", text.text, name="text"),
]
