"""The record of acts of a place, for whoever answers for it."""

from django.urls import URLPattern, path

from lapotne.apps.accounts.views import record

urlpatterns: list[URLPattern] = [
    path("towns/<slug:municipality>/record/", record.town_record, name="town_record"),
    path("towns/<slug:municipality>/record/record.csv", record.town_record_csv, name="town_record_csv"),
    path("countries/<slug:country>/record/", record.country_record, name="country_record"),
    path("countries/<slug:country>/record/record.csv", record.country_record_csv, name="country_record_csv"),
]
