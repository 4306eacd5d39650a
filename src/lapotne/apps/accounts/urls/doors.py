"""allauth's pages on signing in that are used here, under the names it looks for; nobody signs up or changes e-mail."""

from allauth.account import views
from django.urls import URLPattern, path, re_path

from lapotne.apps.accounts.views import town_account as town

KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns: list[URLPattern] = [
    path("login/", town.leads_there(views.login), name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("with/<slug:provider_id>/", town.go, name="openid_connect_login"),
    re_path(KEY, views.password_reset_from_key, name="account_reset_password_from_key"),
]

# Without a language: a town's server knows one address to come back to.
without_language: list[URLPattern] = [
    path("staff/with/<slug:provider_id>/back/", town.back, name="openid_connect_callback"),
]
