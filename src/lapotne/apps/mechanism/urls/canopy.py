"""The picture of a town, its gaps and who stands behind each hour."""

from django.urls import URLPattern, path

from lapotne.apps.mechanism.views import canopy, hole

urlpatterns: list[URLPattern] = [
    path("<slug:municipality>/canopy/", canopy.canopy, name="canopy"),
    path("<slug:municipality>/canopy/picture.svg", canopy.canopy_svg, name="canopy_svg"),
    path("<slug:municipality>/canopy/week.csv", canopy.canopy_csv, name="canopy_csv"),
    path("<slug:municipality>/canopy/gaps.csv", canopy.canopy_gaps_csv, name="canopy_gaps_csv"),
    path("<slug:municipality>/hole/", hole.hole, name="hole"),
]
