"""Addresses of the law, under /<language>/law/."""

from django.urls import path

from lapotne.apps.rulebooks.views import asking, comparing, country, course, printing, start

app_name = "rulebooks"
urlpatterns = [
    path("", start.law, name="law"),
    path("compare/", comparing.compare, name="compare"),
    path("<slug:country>/", country.country, name="country"),
    path("<slug:country>/ask/", asking.ask, name="ask"),
    path("<slug:country>/course/", course.course, name="course"),
    path("<slug:country>/law.pdf", printing.printed, name="print"),
]
