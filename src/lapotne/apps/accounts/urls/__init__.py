"""Addresses about one's own account and about whose roles one gives; signing in and out are allauth's."""

from lapotne.apps.accounts.urls import access, people, record, second_factor, sessions

app_name = "accounts"
urlpatterns = [
    *access.urlpatterns,
    *second_factor.urlpatterns,
    *sessions.urlpatterns,
    *people.urlpatterns,
    *record.urlpatterns,
]
