"""Who has which role where, for whoever gives roles there."""

from django.urls import URLPattern, path

from lapotne.apps.accounts.views import people

urlpatterns: list[URLPattern] = [
    path("towns/<slug:municipality>/", people.town_people, name="town_people"),
    path("countries/<slug:country>/", people.country_people, name="country_people"),
    path("roles/<int:role>/take/", people.take_role, name="take_role"),
    path("people/<int:person>/second-factor/", people.reset_second_factor, name="reset_second_factor"),
]
