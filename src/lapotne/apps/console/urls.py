"""Addresses of the staff's workspace."""

from django.urls import path

from lapotne.apps.console import views

app_name = "console"
urlpatterns = [path("", views.start, name="start")]
