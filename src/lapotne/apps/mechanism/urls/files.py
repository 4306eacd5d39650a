"""Mechanisms as files: HSDS, CSV, YAML, iCalendar."""

from django.urls import path

from lapotne.apps.mechanism.views import files, files_upload

FILES = "<slug:municipality>/files"

urlpatterns = [
    path(f"{FILES}/", files.files, name="files"),
    path(f"{FILES}/mechanism.yaml", files.file_yaml, name="file_yaml"),
    path(f"{FILES}/services.json", files.file_hsds, name="file_hsds"),
    path(f"{FILES}/offers.csv", files.file_offers, name="file_offers"),
    path(f"{FILES}/gaps.csv", files.file_gaps, name="file_gaps"),
    path(f"{FILES}/closures.ics", files.file_closures, name="file_closures"),
    path(f"{FILES}/upload/", files_upload.files_upload, name="files_upload"),
]
