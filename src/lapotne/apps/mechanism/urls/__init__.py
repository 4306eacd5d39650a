"""Addresses of the staff's pages on mechanisms, one module for each kind of work."""

from lapotne.apps.mechanism.urls import canopy, country, editing, files, protocol

app_name = "mechanism"
urlpatterns = [
    # Before the pages of a town: `country` is no municipality.
    *country.urlpatterns,
    *canopy.urlpatterns,
    *editing.urlpatterns,
    *protocol.urlpatterns,
    *files.urlpatterns,
]
