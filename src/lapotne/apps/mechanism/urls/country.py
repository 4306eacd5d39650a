"""All municipalities side by side."""

from django.urls import path

from lapotne.apps.mechanism.views import country, country_comparison

urlpatterns = [
    path("country/", country.country, name="country"),
    path("country/table.csv", country.country_csv, name="country_csv"),
    path("country/compare/", country_comparison.country_compare, name="country_compare"),
    path("country/map.svg", country.country_svg, name="country_svg"),
]
